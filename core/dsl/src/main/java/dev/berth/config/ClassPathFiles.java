package dev.berth.config;

import dev.berth.value.Binary;
import dev.berth.value.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A file on the class path, or all files of a directory, by their names, for the keys of a ConfigMap or a Secret.
 *
 * <pre>{@code
 * private final ConfigMap files = ConfigMap.named("redis-config")
 *         .putAllData(ClassPathFiles.of(ClassPathFilesTest.class, "/redis").text())
 *         .build();
 * }</pre>
 */
public final class ClassPathFiles {

    private final String path;
    private final Map<String, byte[]> files;

    private ClassPathFiles(String path, Map<String, byte[]> files) {
        this.path = path;
        this.files = files;
    }

    /**
     * Reads a file or a directory.
     *
     * @param owner a class of the project or library that has the files
     * @param path as for {@link Class#getResource(String)}: from the root of the class path if it starts with a slash,
     *     otherwise from the package of the class
     * @throws InvalidValueException if there is no such file or directory, or if the directory has no file or has a
     *     directory, because a key cannot contain a slash
     */
    public static ClassPathFiles of(Class<?> owner, String path) {
        URL url = owner.getResource(path);
        if (url == null) {
            throw InvalidValueException.of("ClassPathFiles", path, "must be a file or a directory on the class path");
        }
        try {
            Map<String, byte[]> files =
                    url.openConnection() instanceof JarURLConnection jar ? inJar(path, jar) : onDisk(path, url);
            if (files.isEmpty()) {
                throw InvalidValueException.of("ClassPathFiles", path, "must be a directory with a file");
            }
            return new ClassPathFiles(path, files);
        } catch (IOException e) {
            throw new UncheckedIOException("ClassPathFiles \"" + path + "\" cannot be read", e);
        }
    }

    private static Map<String, byte[]> onDisk(String path, URL url) throws IOException {
        Path start = Path.of(URI.create(url.toString()));
        Map<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(start)) {
            files.put(fileName(path), Files.readAllBytes(start));
            return files;
        }
        try (Stream<Path> children = Files.list(start)) {
            for (Path child : children.toList()) {
                String name = String.valueOf(child.getFileName());
                if (Files.isDirectory(child)) {
                    throw nested(path, name);
                }
                files.put(name, Files.readAllBytes(child));
            }
        }
        return files;
    }

    private static Map<String, byte[]> inJar(String path, JarURLConnection connection) throws IOException {
        // A cached jar would stay open, and its old content would be read after it is replaced.
        connection.setUseCaches(false);
        Map<String, byte[]> files = new TreeMap<>();
        try (JarFile jar = connection.getJarFile()) {
            String entryName = connection.getEntryName();
            String directory = entryName.endsWith("/") ? entryName : entryName + "/";
            JarEntry entry = jar.getJarEntry(entryName);
            if (!entry.isDirectory() && jar.getJarEntry(directory) == null) {
                files.put(fileName(path), read(jar, entry));
                return files;
            }
            for (JarEntry child : Collections.list(jar.entries())) {
                String name = child.getName();
                if (!name.startsWith(directory) || name.equals(directory)) {
                    continue;
                }
                String key = name.substring(directory.length());
                if (key.indexOf('/') >= 0) {
                    throw nested(path, key.substring(0, key.indexOf('/')));
                }
                files.put(key, read(jar, child));
            }
        }
        return files;
    }

    private static byte[] read(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static InvalidValueException nested(String path, String directory) {
        return InvalidValueException.of(
                "ClassPathFiles",
                path,
                "must not have a directory: read \"" + directory
                        + "\" on its own, because a key cannot contain a slash");
    }

    /**
     * The files as text, by their names in alphabetical order.
     *
     * @throws InvalidValueException if a file is not UTF-8
     */
    public Map<String, String> text() {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((name, bytes) -> {
            try {
                texts.put(
                        name,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(bytes))
                                .toString());
            } catch (CharacterCodingException e) {
                throw InvalidValueException.of(
                        "ClassPathFiles \"" + path + "\"", name, "must be text in UTF-8: read it with binary()");
            }
        });
        return texts;
    }

    /** The files as bytes, by their names in alphabetical order. */
    public Map<String, Binary> binary() {
        Map<String, Binary> values = new LinkedHashMap<>();
        files.forEach((name, bytes) -> values.put(name, Binary.of(bytes)));
        return values;
    }
}
