package dev.berth.postgres;

import dev.berth.value.InvalidValueException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The lines of {@code postgresql.conf}. */
final class Settings {

    static final String FILE = "postgresql.conf";

    /** Settings for paths of files, which the recipe mounts: changing them would break the recipe. */
    private static final Set<String> OF_THE_RECIPE =
            Set.of("data_directory", "config_file", "hba_file", "ident_file", "port", "unix_socket_directories");

    private Settings() {}

    static void check(Map<String, String> settings) {
        settings.forEach((name, value) -> {
            if (!name.matches("[a-z][a-z0-9_]*(\\.[a-z0-9_]+)?")) {
                throw InvalidValueException.of("Postgres setting", name, "must be lower case letters, digits and '_'");
            }
            if (OF_THE_RECIPE.contains(name)) {
                throw InvalidValueException.of("Postgres setting", name, "must not be set: the recipe sets it");
            }
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw InvalidValueException.of("Postgres setting " + name, value, "must be one line");
            }
        });
    }

    static String render(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("listen_addresses", "*");
        all.putAll(settings);
        StringBuilder file = new StringBuilder();
        file.append("# The servers read this file: their command line names it.\n");
        all.forEach((name, value) ->
                file.append(name).append(" = ").append(quoted(value)).append('\n'));
        return file.toString();
    }

    /** Quotes everything except booleans and numbers, with or without a unit, as PostgreSQL requires. */
    private static String quoted(String value) {
        boolean plain = value.matches("-?[0-9]+(\\.[0-9]+)?(B|kB|MB|GB|TB|us|ms|s|min|h|d)?")
                || Set.of("on", "off").contains(value.toLowerCase(Locale.ROOT));
        return plain ? value : "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
