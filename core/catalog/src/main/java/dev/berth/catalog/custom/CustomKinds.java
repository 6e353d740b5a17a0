package dev.berth.catalog.custom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The custom resources of well-known projects, and what their controllers create. The table is {@code kinds.txt} beside
 * this class; it is read when the first custom resource is looked up.
 */
public final class CustomKinds {

    private static final String ANY = "*";
    private static final Map<String, CustomKind> BY_NAME = read();

    private CustomKinds() {}

    /** Returns what is known about a kind; a kind that is not listed may start pods. */
    public static CustomKind of(String group, String kind) {
        CustomKind known = BY_NAME.get(key(group, kind));
        return known == null ? BY_NAME.getOrDefault(key(group, ANY), CustomKind.UNKNOWN) : known;
    }

    private static String key(String group, String kind) {
        return group + "/" + kind;
    }

    private static Map<String, CustomKind> read() {
        Map<String, CustomKind> kinds = new HashMap<>();
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CustomKinds.class.getResourceAsStream("kinds.txt")), StandardCharsets.UTF_8))) {
            for (String line = table.readLine(); line != null; line = table.readLine()) {
                if (!line.startsWith("#")) {
                    List<String> columns =
                            Stream.of(line.trim().split(" +", -1)).toList();
                    List<CreatedName> creates = columns.subList(3, columns.size()).stream()
                            .map(CreatedName::of)
                            .toList();
                    CustomKind kind = new CustomKind(columns.get(2).equals("pods"), creates);
                    if (kinds.put(key(columns.get(0), columns.get(1)), kind) != null) {
                        throw new IllegalStateException("kinds.txt has two rows for " + line);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kinds;
    }
}
