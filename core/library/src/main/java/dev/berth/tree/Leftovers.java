package dev.berth.tree;

import dev.berth.value.TreePath;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files that Berth rendered into a directory earlier and that no declaration renders anymore.
 *
 * <p>Only the header of a file counts. A header that names the end of the file's own path belongs to a tree with
 * another root, such as a copy that a build made, and is ignored.
 */
final class Leftovers {

    private static final Pattern RENDERABLE = Pattern.compile("[A-Za-z0-9._-]+");

    /** Files that no declaration renders, of which a build directory can have thousands. */
    private static final Pattern BINARY = Pattern.compile(".*\\.(?:class|jar|zip|gz|png|jpg|gif|pdf|so|exe)");

    private static final Pattern DIRECTORY = Pattern.compile("[A-Za-z0-9._-]+");

    private final List<Path> rendered = new ArrayList<>();
    private final List<Path> unfinished = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private Leftovers() {}

    /** Returns files that Berth rendered and that are not in the tree. */
    List<Path> rendered() {
        return rendered;
    }

    /** Returns incomplete files of a run that was killed. */
    List<Path> unfinished() {
        return unfinished;
    }

    /** Returns files whose header names a different path. */
    List<String> problems() {
        return problems;
    }

    static Leftovers in(OutputDirectory directory, ManifestTree tree) throws IOException {
        Leftovers found = new Leftovers();
        if (Files.isDirectory(directory.root())) {
            Files.walkFileTree(directory.root(), found.new Search(directory, tree));
        }
        return found;
    }

    private final class Search extends SimpleFileVisitor<Path> {

        private final OutputDirectory directory;
        private final ManifestTree tree;
        private final Set<Path> renderedInto = new HashSet<>();

        Search(OutputDirectory directory, ManifestTree tree) {
            this.directory = directory;
            this.tree = tree;
            for (TreePath path : tree.paths()) {
                Path parent = directory.resolve(path).getParent();
                while (parent != null && renderedInto.add(parent)) {
                    parent = parent.getParent();
                }
            }
        }

        @Override
        public FileVisitResult preVisitDirectory(Path found, BasicFileAttributes attributes) {
            String name = String.valueOf(found.getFileName());
            boolean search = found.equals(directory.root())
                    || renderedInto.contains(found)
                    || (!name.startsWith(".") && DIRECTORY.matcher(name).matches());
            return search ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = String.valueOf(file.getFileName());
            if (!attributes.isRegularFile()) {
                return FileVisitResult.CONTINUE;
            }
            if (StagedChanges.isUnfinished(name)) {
                unfinished.add(file);
            } else if (RENDERABLE.matcher(name).matches()
                    && !BINARY.matcher(name).matches()) {
                judge(file, directory.relative(file));
            }
            return FileVisitResult.CONTINUE;
        }

        private void judge(Path file, String path) throws IOException {
            if (!name(path) || !tree.covers(path) || tree.has(TreePath.of(path))) {
                return;
            }
            Optional<String> header = OutputDirectory.headerPath(file, path);
            if (header.isEmpty() || path.endsWith("/" + header.get())) {
                return;
            }
            if (header.get().equals(path)) {
                rendered.add(file);
            } else {
                problems.add(directory.show(file) + " was rendered for " + header.get()
                        + ", so it is a copy: delete it, or delete its header to keep it as your own");
            }
        }

        /** Returns whether a file of a tree can have this path at all. */
        private boolean name(String path) {
            try {
                TreePath.of(path);
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
