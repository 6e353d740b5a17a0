package dev.berth.testing;

import dev.berth.tree.ManifestTree;
import dev.berth.value.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files in the directories of a rendered tree that no declaration renders, but that {@code kubectl apply} on the
 * directory would apply.
 */
final class Strangers {

    private static final Pattern LIKE_RENDERED = Pattern.compile(".+\\.(ya?ml|json|sh|md)");

    private final ManifestTree tree;
    private final Path directory;

    Strangers(ManifestTree tree, Path directory) {
        this.tree = tree;
        this.directory = directory;
    }

    /** Returns their paths in the tree, sorted: at its root if it renders files there, and in its own directories. */
    List<String> paths() {
        TreeSet<String> found = new TreeSet<>();
        for (TreePath path : tree.paths()) {
            String[] parts = path.toString().split("/", 2);
            boolean top = parts.length == 1;
            found.addAll(filesIn(top ? directory : directory.resolve(parts[0]), top ? 1 : Integer.MAX_VALUE));
        }
        tree.paths().forEach(path -> found.remove(path.toString()));
        found.removeIf(path -> !tree.covers(path));
        return List.copyOf(found);
    }

    private List<String> filesIn(Path root, int depth) {
        try (Stream<Path> files = Files.walk(root, depth)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> LIKE_RENDERED.matcher(path).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
