package dev.berth.redis;

import dev.berth.recipe.Password;
import dev.berth.value.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A user with a password and a list of permissions.
 *
 * <pre>{@code
 * RedisUser.of("shop", Password.key(Secret.existing("orders-credentials"), "shop"), "~shop:*", "+@read", "+@write", "-@dangerous")
 * }</pre>
 *
 * <p>Source: Redis 7.4, <a href="https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/">ACL</a>.
 *
 * @param name the name
 * @param password the password
 * @param rules the rules: {@code ~} and a pattern of keys, {@code &} and a pattern of channels, {@code +} or {@code -} and
 *     a command or {@code @category}
 */
public record RedisUser(String name, Password password, List<String> rules) {

    /**
     * Creates a user.
     *
     * @throws InvalidValueException if the name is not a word of lower case letters, digits and {@code _}, if there is no
     *     password, or if a rule sets a password or is not one word
     */
    public RedisUser {
        rules = List.copyOf(rules);
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw InvalidValueException.of("RedisUser", name, "must be a word of lower case letters, digits and '_'");
        }
        if (!password.isSet() || password.isFile()) {
            throw InvalidValueException.of("RedisUser", name, "must have a password from a key of a Secret");
        }
        rules.stream()
                .filter(rule -> !rule.matches("[~&+@%(-][^\\s\"'\\\\]+|allkeys|allchannels|allcommands"))
                .forEach(rule -> {
                    throw InvalidValueException.of(
                            "RedisUser \"" + name + "\"", rule, "must be a rule such as ~keys:* or +@read");
                });
    }

    /** Creates a user. */
    public static RedisUser of(String name, Password password, String... rules) {
        return new RedisUser(name, password, Arrays.asList(rules));
    }

    /** The variable with the password. */
    String variable() {
        return "USER_" + name.toUpperCase(Locale.ROOT) + "_PASSWORD";
    }
}
