package dev.berth.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which settings a version of PostgreSQL changes when it reads its file again. The facts and their source are in {@code
 * settings.txt}.
 *
 * @param reloadable the names
 */
record SettingContexts(Set<String> reloadable) {

    static final int OLDEST = 13;
    static final int NEWEST = 18;

    private static final List<String[]> LINES = lines();

    static SettingContexts of(int major) {
        return new SettingContexts(LINES.stream()
                .filter(line -> contains(line[1], major))
                .filter(line -> line.length < 4 || !contains(line[3], major))
                .map(line -> line[0])
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a reload changes a setting. It is not certain for settings of extensions, and for unknown ones. */
    boolean isReloadable(String name) {
        return reloadable.contains(name);
    }

    private static boolean contains(String versions, int major) {
        int[] ends = Arrays.stream(versions.split("-", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        return ends[0] <= major && major <= ends[ends.length - 1];
    }

    private static List<String[]> lines() {
        try (InputStream file = Objects.requireNonNull(SettingContexts.class.getResourceAsStream("settings.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
