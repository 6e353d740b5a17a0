package dev.berth.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A tree in a single file, or in standard input: the output of {@code kubectl get --output yaml}, or of Helm. */
public final class FileSource implements TreeSource {
    private static final String STANDARD_INPUT = "(standard input)";

    private final String name;
    private final String root;
    private final String file;
    private final Bytes bytes;

    private FileSource(String name, String root, String file, Bytes bytes) {
        this.name = name;
        this.root = root;
        this.file = file;
        this.bytes = bytes;
    }

    /** Returns the tree in this file, whose directory is at this path from the root of its repository. */
    public static FileSource of(Path file, String root) {
        return new FileSource(
                file.toString(), root, String.valueOf(file.getFileName()), () -> Files.readAllBytes(file));
    }

    /** Returns the tree that is read from standard input. */
    public static FileSource of(InputStream standardInput) {
        return new FileSource("standard input", "", STANDARD_INPUT, standardInput::readAllBytes);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String root() {
        return root;
    }

    @Override
    public Map<String, String> files() throws IOException {
        String text = TreeText.of(bytes.read(), name);
        if (text.isBlank()) {
            throw new IOException(name + " is empty");
        }
        return Map.of(file, text);
    }

    /** Reads the whole text. */
    private interface Bytes {
        byte[] read() throws IOException;
    }
}
