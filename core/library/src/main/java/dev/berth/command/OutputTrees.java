package dev.berth.command;

import dev.berth.header.RenderedHeader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The trees in an output directory. A rendered file belongs to the tree whose directory its header implies: its path
 * without the path in its header. Any other file belongs to the nearest tree above it.
 */
final class OutputTrees {

    /** The directory of the files that are in no other tree. */
    static final String REST = "";

    private final SortedMap<String, Map<String, String>> trees = new TreeMap<>();

    private OutputTrees() {}

    /** Returns all files, whose texts are given by path, as one tree. */
    static OutputTrees one(Map<String, String> files) {
        OutputTrees trees = new OutputTrees();
        files.forEach((path, text) -> trees.put(REST, path, text));
        return trees;
    }

    /** Splits files, whose texts are given by path. */
    OutputTrees(Map<String, String> files) {
        Map<String, String> others = new LinkedHashMap<>();
        files.forEach((path, text) -> {
            Optional<String> directory = RenderedHeader.of(text).flatMap(header -> above(path, header.path()));
            if (directory.isPresent()) {
                put(directory.get(), path, text);
            } else {
                others.put(path, text);
            }
        });
        others.forEach((path, text) -> put(nearest(path), path, text));
    }

    private static Optional<String> above(String path, String below) {
        if (path.equals(below)) {
            return Optional.of(REST);
        }
        return path.endsWith("/" + below)
                ? Optional.of(path.substring(0, path.length() - below.length() - 1))
                : Optional.empty();
    }

    private String nearest(String path) {
        String directory = path;
        while (directory.contains("/")) {
            directory = directory.substring(0, directory.lastIndexOf('/'));
            if (trees.containsKey(directory)) {
                return directory;
            }
        }
        return REST;
    }

    private void put(String directory, String path, String text) {
        trees.computeIfAbsent(directory, any -> new TreeMap<>())
                .put(directory.isEmpty() ? path : path.substring(directory.length() + 1), text);
    }

    /** Returns the texts of each tree by path below its directory, by directory. */
    SortedMap<String, Map<String, String>> byDirectory() {
        return trees;
    }

    /** Returns the directory of the only tree; empty if there are several or none. */
    Optional<String> onlyDirectory() {
        return trees.size() == 1 ? Optional.of(trees.firstKey()) : Optional.empty();
    }

    /**
     * Returns the tree of {@code before} that this new tree was renamed from: one that is gone, and that it resembles
     * more than it resembles any other tree.
     */
    Optional<String> renamedFrom(String directory, OutputTrees before) {
        Map<String, String> now = trees.getOrDefault(directory, Map.of());
        Optional<String> closest = Optional.empty();
        double most = 0.5;
        for (Map.Entry<String, Map<String, String>> old : before.trees.entrySet()) {
            double alike = alike(old.getValue(), now);
            if (alike > most) {
                most = alike;
                closest = Optional.of(old.getKey());
            }
        }
        return closest.filter(old -> !old.equals(REST) && !trees.containsKey(old));
    }

    /** Returns the share of lines that two trees have in common, from 0 to 1. */
    private static double alike(Map<String, String> left, Map<String, String> right) {
        Map<String, Integer> lines = new HashMap<>();
        int all = 0;
        for (Map.Entry<String, String> file : left.entrySet()) {
            for (String line : file.getValue().lines().toList()) {
                lines.merge(file.getKey() + ":" + line, 1, Integer::sum);
                all++;
            }
        }
        int common = 0;
        int others = 0;
        for (Map.Entry<String, String> file : right.entrySet()) {
            for (String line : file.getValue().lines().toList()) {
                Integer rest = lines.computeIfPresent(file.getKey() + ":" + line, (key, count) -> count - 1);
                common += rest != null && rest >= 0 ? 1 : 0;
                others++;
            }
        }
        return all == 0 || others == 0 ? 0 : (double) common / Math.max(all, others);
    }
}
