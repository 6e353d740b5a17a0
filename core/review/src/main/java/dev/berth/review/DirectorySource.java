package dev.berth.review;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/**
 * The manifests of a directory and its subdirectories, without hidden directories, Maven's build directories and links.
 */
public final class DirectorySource implements TreeSource {
    private final Path directory;
    private final String root;

    /** Reads the manifests below this directory, which is at this path from the root of its repository. */
    public DirectorySource(Path directory, String root) {
        this.directory = directory;
        this.root = root;
    }

    @Override
    public String name() {
        return directory.toString();
    }

    @Override
    public String root() {
        return root;
    }

    @Override
    public Map<String, String> files() throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NoSuchFileException(name(), null, "no such directory");
        }
        Map<String, String> files = new TreeMap<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                String name = String.valueOf(visited.getFileName());
                boolean hidden = !visited.equals(directory) && (name.startsWith(".") || isBuilt(visited, name));
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = directory.relativize(file).toString().replace('\\', '/');
                if (attributes.isRegularFile() && TreeSource.isManifest(path)) {
                    files.put(path, TreeText.of(Files.readAllBytes(file), file.toString()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /** Returns whether Maven builds there: its files are not sources, and not in any revision. */
    private static boolean isBuilt(Path visited, String name) {
        return name.equals("target") && Files.exists(visited.resolveSibling("pom.xml"));
    }
}
