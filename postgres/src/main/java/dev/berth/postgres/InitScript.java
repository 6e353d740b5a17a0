package dev.berth.postgres;

import dev.berth.value.InvalidValueException;

/**
 * A script that runs on the first start, after the users and databases are created. A later edit does not reach volumes
 * that exist.
 *
 * <pre>{@code
 * InitScript.sql("schema", "CREATE TABLE orders (id bigint PRIMARY KEY);")
 * }</pre>
 *
 * @param file the name of the file, without the number that the recipe adds to keep the order
 * @param text the content
 */
public record InitScript(String file, String text) {

    /**
     * Creates a script.
     *
     * @throws InvalidValueException if the name is not one of lower case words with dashes
     */
    public InitScript {
        if (!file.matches("[a-z0-9]+(-[a-z0-9]+)*\\.(sql|sh)")) {
            throw InvalidValueException.of("InitScript", file, "must be lower case words with dashes between them");
        }
    }

    /** SQL, which runs as the superuser in the database of the declaration. */
    public static InitScript sql(String name, String text) {
        return new InitScript(name + ".sql", text);
    }

    /** A Bash script, which the entry point of the image sources. */
    public static InitScript bash(String name, String text) {
        return new InitScript(name + ".sh", text);
    }
}
