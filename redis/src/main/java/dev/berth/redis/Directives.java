package dev.berth.redis;

import dev.berth.value.InvalidValueException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The lines of {@code redis.conf}. */
final class Directives {

    static final String FILE = "redis.conf";

    /** Directives for the port and for paths of files, which the recipe sets. */
    private static final Set<String> OF_THE_RECIPE = Set.of("dir", "port", "appendonly", "daemonize", "include");

    private Directives() {}

    static void check(Map<String, String> directives) {
        directives.forEach((name, value) -> {
            if (!name.matches("[a-z][a-z0-9-]*")) {
                throw InvalidValueException.of("Redis directive", name, "must be lower case letters, digits and '-'");
            }
            if (OF_THE_RECIPE.contains(name)) {
                throw InvalidValueException.of("Redis directive", name, "must not be set: the recipe sets it");
            }
            if (name.equals("requirepass") || name.equals("masterauth") || name.equals("user")) {
                throw InvalidValueException.of(
                        "Redis directive", name, "must not be set: passwords do not belong in a ConfigMap");
            }
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw InvalidValueException.of("Redis directive " + name, value, "must be one line");
            }
        });
    }

    static String render(Map<String, String> directives) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("dir", RedisPod.MOUNT);
        all.put("appendonly", "yes");
        all.put("appendfsync", "everysec");
        // Without a password, Redis accepts only local connections, unless this is off.
        all.put("protected-mode", "no");
        all.putAll(directives);
        StringBuilder file = new StringBuilder();
        all.forEach((name, value) -> file.append(name).append(' ').append(value).append('\n'));
        return file.toString();
    }
}
