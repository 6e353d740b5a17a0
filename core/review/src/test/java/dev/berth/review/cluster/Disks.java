package dev.berth.review.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The contents of the volumes: one directory for each. */
final class Disks {
    private final Path root;

    Disks(Path root) {
        this.root = root;
    }

    Path of(String volume) {
        return root.resolve(volume);
    }

    void create(String volume) {
        try {
            Files.createDirectories(of(volume));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String volume) {
        try (Stream<Path> files = Files.walk(of(volume))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns every line of every file on every disk. */
    Set<String> lines() {
        Set<String> lines = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines.addAll(lines(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
