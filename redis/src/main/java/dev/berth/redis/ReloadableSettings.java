package dev.berth.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which settings a running server can change. The facts and their source are in {@code reloadable-settings.txt}. */
final class ReloadableSettings {

    /** The limits of the three classes of clients, for those that are not declared. Source: {@code src/config.c}. */
    private static final List<String> BUFFER_LIMITS =
            List.of("normal", "0", "0", "0", "replica", "256mb", "64mb", "60", "pubsub", "32mb", "8mb", "60");

    private static final Set<String> NAMES = names();

    private ReloadableSettings() {}

    /** Whether {@code CONFIG SET} changes a setting. It is not certain for settings of modules, and for unknown ones. */
    static boolean contains(RedisSetting setting) {
        return NAMES.contains(setting.name());
    }

    /** The commands that give a running server its settings. A setting that a file has several times is one command. */
    static String commands(List<RedisSetting> settings) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (RedisSetting setting : settings) {
            if (contains(setting)) {
                values.merge(setting.name(), setting.values(), ReloadableSettings::both);
            }
        }
        values.computeIfPresent("client-output-buffer-limit", (name, declared) -> both(BUFFER_LIMITS, declared));
        return values.entrySet().stream()
                .map(entry -> "CONFIG SET " + entry.getKey() + " "
                        + RedisSetting.quoted(String.join(" ", entry.getValue())) + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> both(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static Set<String> names() {
        try (InputStream file =
                Objects.requireNonNull(ReloadableSettings.class.getResourceAsStream("reloadable-settings.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
