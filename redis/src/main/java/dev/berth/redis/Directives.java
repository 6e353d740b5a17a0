package dev.berth.redis;

import dev.berth.value.InvalidValueException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The lines of {@code redis.conf}. */
final class Directives {

    static final String FILE = "redis.conf";

    /** What places files and opens the port: the recipe mounts and names them. */
    private static final Set<String> OF_THE_RECIPE = Set.of("dir", "port", "appendonly", "daemonize", "include");

    private Directives() {}

    static void check(Map<String, String> directives) {
        directives.forEach((name, value) -> {
            if (!name.matches("[a-z][a-z0-9-]*")) {
                throw InvalidValueException.of("Redis directive", name, "must be lower case letters, digits and '-'");
            }
            if (OF_THE_RECIPE.contains(name)) {
                throw InvalidValueException.of("Redis directive", name, "must be left out: the recipe says it");
            }
            if (name.equals("requirepass") || name.equals("masterauth") || name.equals("user")) {
                throw InvalidValueException.of(
                        "Redis directive", name, "must be left out: a ConfigMap is no place for it");
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
        // Without a password, Redis answers its own machine only, unless this is off.
        all.put("protected-mode", "no");
        all.putAll(directives);
        StringBuilder file = new StringBuilder();
        all.forEach((name, value) -> file.append(name).append(' ').append(value).append('\n'));
        return file.toString();
    }
}
