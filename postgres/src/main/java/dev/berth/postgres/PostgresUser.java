package dev.berth.postgres;

import dev.berth.recipe.Password;
import dev.berth.value.InvalidValueException;
import java.util.Locale;

/**
 * A user that the first start creates in addition to the superuser: it may connect, and it owns the databases that name
 * it.
 *
 * <pre>{@code
 * PostgresUser.of("app", Password.key(Secret.existing("orders-credentials"), "app-password"))
 * }</pre>
 *
 * @param name the name: a word of lower case letters, digits and {@code _}
 * @param password the password
 */
public record PostgresUser(String name, Password password) {

    /**
     * Creates a user.
     *
     * @throws InvalidValueException if the name is not a lower case word of at most 63 characters (PostgreSQL 17, {@code
     *     NAMEDATALEN}), or if there is no password
     */
    public PostgresUser {
        requireWord("PostgresUser", name);
        if (!password.isSet()) {
            throw InvalidValueException.of("PostgresUser", name, "must have a password");
        }
    }

    /** Creates a user. */
    public static PostgresUser of(String name, Password password) {
        return new PostgresUser(name, password);
    }

    static void requireWord(String what, String name) {
        if (!name.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw InvalidValueException.of(
                    what, name, "must be a word of at most 63 lower case letters, digits and '_'");
        }
    }

    /** The variable with the password. */
    String variable() {
        return "USER_" + name.toUpperCase(Locale.ROOT) + "_PASSWORD";
    }
}
