package dev.berth.postgres;

import dev.berth.value.InvalidValueException;

/**
 * A database that the first start creates in addition to the first one.
 *
 * <pre>{@code
 * PostgresDatabase.ownedBy("app", "reports")
 * }</pre>
 *
 * @param owner the user that owns it: the superuser, or one of the additional users
 * @param name the name: a word of lower case letters, digits and {@code _}
 */
public record PostgresDatabase(String owner, String name) {

    /**
     * Creates a database.
     *
     * @throws InvalidValueException if a name is not a lower case word of at most 63 characters
     */
    public PostgresDatabase {
        PostgresUser.requireWord("PostgresDatabase", name);
        if (owner.isBlank()) {
            throw new InvalidValueException("PostgresDatabase \"" + name + "\": owner: Required value");
        }
    }

    /** Creates a database. */
    public static PostgresDatabase ownedBy(String owner, String name) {
        return new PostgresDatabase(owner, name);
    }
}
