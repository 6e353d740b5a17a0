package dev.berth.rules.validate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The files of a directory, in the order of their paths; hidden directories and links are passed over. */
final class ManifestFiles {

    /** More than any file of manifests has, and less than memory. */
    private static final long LARGEST = 64L << 20;

    private ManifestFiles() {}

    /** Every file by its path from the directory, with slashes. */
    static SortedMap<String, Path> in(Path directory) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                boolean hidden = !visited.equals(directory)
                        && visited.getFileName() != null
                        && visited.getFileName().toString().startsWith(".");
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.put(name(directory.relativize(file)), file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static String name(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    /** Whether a file says by its name that it holds manifests. */
    static boolean isManifest(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
    }

    /**
     * The text of a file.
     *
     * @throws IOException with a message for its reader, when the file is too large or no UTF-8, or cannot be read
     */
    static String text(Path file) throws IOException {
        long size = Files.size(file);
        if (size > LARGEST) {
            throw new IOException("the file has " + size + " bytes; at most " + LARGEST + " are read");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new IOException("the file is no text in UTF-8", notText);
        }
    }
}
