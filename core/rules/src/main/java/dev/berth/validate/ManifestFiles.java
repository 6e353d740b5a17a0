package dev.berth.validate;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The files of a directory, sorted by path, without hidden directories and links. */
final class ManifestFiles {

    private ManifestFiles() {}

    /** Returns the path of every file relative to the directory, with slashes, in order. */
    static List<String> in(Path directory) throws IOException {
        List<String> files = new ArrayList<>();
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
                    files.add(name(directory.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(files);
        return files;
    }

    private static String name(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }

    /** Returns whether the name of a file is one of a manifest. */
    static boolean isManifest(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
    }

    /**
     * Opens the text of a file, in UTF-16 if it starts with the byte order mark of it, as {@code kubectl get -o yaml >
     * file} writes it in PowerShell. Reading it fails if it is neither UTF-8 nor UTF-16.
     */
    static InputStreamReader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        Charset charset = isUtf16(bytes) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        return new InputStreamReader(bytes, charset.newDecoder());
    }

    /** Returns whether a file is in UTF-16, in which kubectl does not see where a second document starts. */
    static boolean isUtf16(InputStreamReader text) {
        return StandardCharsets.UTF_16.name().equals(text.getEncoding());
    }

    private static boolean isUtf16(InputStream bytes) throws IOException {
        bytes.mark(2);
        int mark = bytes.read() << 8 | bytes.read();
        bytes.reset();
        return mark == 0xFEFF || mark == 0xFFFE;
    }
}
