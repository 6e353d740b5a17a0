package dev.berth.recipe;

import dev.berth.config.EnvVar;
import dev.berth.config.Secret;
import dev.berth.config.SecretSource;
import dev.berth.value.InvalidValueException;
import dev.berth.volumes.pod.KeyToPath;
import dev.berth.volumes.pod.SecretVolume;
import dev.berth.workload.Mount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a server gets a password from. A plain string is not a password: it would be in the rendered files.
 *
 * <pre>{@code
 * Password.key(Secret.existing("orders-credentials"), "password")
 * }</pre>
 *
 * <p>Only the first start of a server reads its password. To change it later, change it in the running server and in the
 * Secret.
 */
public final class Password {

    private static final String DIRECTORY = "/run/secrets/";

    private enum Form {
        KEY,
        FILE,
        DEMO,
        NONE
    }

    private final Form form;
    private final Optional<SecretSource> secret;

    /** The key of the Secret, the demo value, or the reason why there is no password. */
    private final String text;

    private Password(Form form, Optional<SecretSource> secret, String text) {
        this.form = form;
        this.secret = secret;
        this.text = text;
    }

    /**
     * The value of a key of a Secret, as an environment variable.
     *
     * @throws InvalidValueException if a declared Secret does not have the key
     */
    public static Password key(SecretSource secret, String key) {
        return new Password(Form.KEY, Optional.of(secret), secret.requireKey(key));
    }

    /**
     * The value of a key of a Secret, as a file that a variable with the ending {@code _FILE} names. Unlike a variable,
     * the file is not inherited by the processes of the server.
     *
     * @throws InvalidValueException if a declared Secret does not have the key
     */
    public static Password file(SecretSource secret, String key) {
        return new Password(Form.FILE, Optional.of(secret), secret.requireKey(key));
    }

    /**
     * A value that everyone who reads the rendered files can read, for demonstrations. The recipe declares a Secret for
     * it.
     *
     * @throws InvalidValueException if the value is blank
     */
    public static Password demoValue(String value) {
        if (value.isBlank()) {
            throw new InvalidValueException("Password demoValue: Required value");
        }
        return new Password(Form.DEMO, Optional.empty(), value);
    }

    /**
     * No password: everyone who can reach the port can read and change all data.
     *
     * @param reason why this is acceptable
     * @throws InvalidValueException if there is no reason
     */
    public static Password withoutPassword(String reason) {
        if (reason.isBlank()) {
            throw new InvalidValueException(
                    "Password withoutPassword: Required value: state why no password is needed");
        }
        return new Password(Form.NONE, Optional.empty(), reason);
    }

    /** Whether there is a password. */
    public boolean isSet() {
        return form != Form.NONE;
    }

    /** Whether the password is a file. */
    public boolean isFile() {
        return form == Form.FILE;
    }

    /** The Secret that the password is read from. Empty for a demo value, and without a password. */
    public Optional<SecretSource> secret() {
        return secret;
    }

    /** The key of that Secret. Empty for a demo value, and without a password. */
    public Optional<String> secretKey() {
        return secret.map(source -> text);
    }

    /**
     * The Secret that the recipe declares, if the password is a demo value.
     *
     * @param recipe the name of the recipe, which is the prefix of the name of the Secret
     * @param variable the name of the variable for the value, which is the key
     */
    public Optional<Secret> demoSecret(String recipe, String variable) {
        return form == Form.DEMO
                ? Optional.of(Secret.named(recipe + "-" + volume(variable))
                        .putDemoValue(variable, text)
                        .build())
                : Optional.empty();
    }

    /**
     * The variables through which a container gets the password: one with the value, one with the ending {@code _FILE},
     * or none.
     *
     * @param recipe the name of the recipe
     * @param variable the name of the variable for the value
     */
    public List<EnvVar> env(String recipe, String variable) {
        return env(recipe, variable, variable);
    }

    /**
     * The same for a program that reads the password under another name than the server.
     *
     * @param recipe the name of the recipe
     * @param variable the name of the variable of the server
     * @param other the name of the variable of the program
     */
    public List<EnvVar> env(String recipe, String variable, String other) {
        return switch (form) {
            case KEY -> List.of(secret.orElseThrow().env(other, text));
            case DEMO ->
                demoSecret(recipe, variable).stream()
                        .map(declared -> declared.env(other, variable))
                        .toList();
            case FILE -> List.of(EnvVar.of(other + "_FILE", path(variable)));
            case NONE -> List.of();
        };
    }

    /** The mount that the file needs, if the password is one. */
    public List<Mount> mounts(String variable) {
        if (form != Form.FILE) {
            return List.of();
        }
        return List.of(SecretVolume.named(volume(variable))
                .secret(secret.orElseThrow())
                .addItem(KeyToPath.of(text))
                .build()
                .at(DIRECTORY + volume(variable))
                .readOnly());
    }

    private String path(String variable) {
        return DIRECTORY + volume(variable) + "/" + text;
    }

    private static String volume(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Password that
                && form == that.form
                && secret.equals(that.secret)
                && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The form only, because the value may be confidential. */
    @Override
    public String toString() {
        return "Password{" + form + "}";
    }
}
