package dev.berth.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The differences between a tree and its directory, by the same computation as in {@link TreeWriter}. It writes
 * nothing.
 */
public final class TreeDiff {

    private static final String INDENT = "    ";

    private final String heading;
    private final List<String> findings;
    private final String ending;

    private TreeDiff(String heading, List<String> findings, String ending) {
        this.heading = heading;
        this.findings = findings;
        this.ending = ending;
    }

    /**
     * Compares a tree with a directory.
     *
     * @throws TreeException if the directory cannot be read
     */
    public static TreeDiff between(ManifestTree tree, Path directory) {
        OutputDirectory output = new OutputDirectory(directory);
        TreePlan plan = TreePlan.of(tree, output);
        SortedMap<String, List<String>> files = new TreeMap<>();
        plan.missing().forEach(file -> files.put(file.path().toString(), List.of(file.path() + ": is missing")));
        plan.different().forEach(file -> files.put(file.path().toString(), lines(file, output)));
        plan.conflicted()
                .forEach(
                        file -> files.put(
                                file.path().toString(),
                                List.of(
                                        file.path()
                                                + ": contains conflict markers of a merge: render it again instead of resolving them")));
        plan.wrongMode().forEach(file -> files.put(file.path().toString(), List.of(mode(file))));
        plan.leftovers().rendered().forEach(file -> {
            String path = output.relative(file);
            files.put(path, List.of(path + ": no declaration renders this file"));
        });
        List<String> findings = new ArrayList<>(plan.problems());
        files.values().forEach(findings::addAll);
        return new TreeDiff(
                output.name() + " differs from what " + renders(tree) + ":",
                findings,
                "Run '" + tree.command() + "' to update, then review the diff.");
    }

    private static String renders(ManifestTree tree) {
        List<String> names = tree.sources().stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .toList();
        return switch (names.size()) {
            case 0 -> "the sources render";
            case 1 -> names.get(0) + " renders";
            case 2 -> names.get(0) + " and " + names.get(1) + " render";
            default -> names.size() + " classes render";
        };
    }

    private static List<String> lines(RenderedFile file, OutputDirectory output) {
        List<String> lines = new ArrayList<>();
        lines.add(file.path() + ":");
        LineDiff.of(read(output.resolve(file.path())), file.bytes()).forEach(line -> lines.add(INDENT + line));
        return lines;
    }

    private static String mode(RenderedFile file) {
        return file.path() + (file.executable() ? ": should be executable" : ": should not be executable");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new TreeException(file + " cannot be read: " + OutputDirectory.reason(e), e);
        }
    }

    /** Returns whether the directory contains exactly the tree. */
    public boolean isEmpty() {
        return findings.isEmpty();
    }

    /** Returns every difference, and the command that updates the directory; empty if there is no difference. */
    @Override
    public String toString() {
        if (isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(heading).append('\n');
        findings.forEach(finding -> text.append(INDENT).append(finding).append('\n'));
        return text.append(ending).toString();
    }
}
