package dev.berth.postgres;

import dev.berth.config.Secret;
import dev.berth.config.SecretSource;
import dev.berth.object.ExistingObject;
import dev.berth.recipe.Password;
import dev.berth.recipe.Tls;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.StorageClassSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The Secrets that the operator reads. One with a login has the type {@code kubernetes.io/basic-auth} and the keys {@code
 * username} and {@code password}. Source: CloudNativePG 1.30.0, {@code docs/src/bootstrap.md} and {@code
 * internal/management/utils/secrets.go}.
 */
record ClusterSecrets(CloudNativePgCluster cluster) {

    private static final String TYPE = "kubernetes.io/basic-auth";
    private static final String REMEDY = ": create a Secret of the type " + TYPE
            + " with the keys username and password," + " and refer to it with Password.key(secret, \"password\")";

    static ClusterSecrets of(CloudNativePgCluster cluster) {
        return new ClusterSecrets(cluster);
    }

    static String name(Password password) {
        return password.secret().orElseThrow().name();
    }

    /** Each user with its password. */
    private Map<String, Password> logins() {
        Map<String, Password> all = new LinkedHashMap<>();
        all.put(cluster.postgres().user(), cluster.postgres().password());
        cluster.postgres().users().forEach(user -> all.put(user.name(), user.password()));
        return all;
    }

    void check(Consumer<String> problem) {
        Map<String, String> userOf = new LinkedHashMap<>();
        logins().forEach((user, password) -> {
            String what = "the password of the user \"" + user + "\": ";
            if (password.secret().isEmpty()) {
                problem.accept(what + "the operator reads it from a Secret only" + REMEDY);
                return;
            }
            SecretSource secret = password.secret().orElseThrow();
            String key = password.secretKey().orElseThrow();
            if (!key.equals("password")) {
                problem.accept(what + "the key \"" + key + "\" of the Secret \"" + secret.name()
                        + "\": the operator reads the keys username and password" + REMEDY);
                return;
            }
            String other = userOf.putIfAbsent(secret.name(), user);
            if (other != null) {
                problem.accept(what + "the Secret \"" + secret.name() + "\" is already that of the user \"" + other
                        + "\", and has one username" + REMEDY);
            }
            declared(secret, user).ifPresent(found -> problem.accept(what + found + REMEDY));
        });
        cluster.postgres()
                .tls()
                .map(Tls::secret)
                .flatMap(secret -> missing(secret, "ca.crt"))
                .ifPresent(message -> problem.accept("tls: " + message
                        + " The operator needs the certificate of the authority: add the key ca.crt to the Secret"));
    }

    /** What is wrong with a Secret whose content is known. */
    private static Optional<String> declared(SecretSource source, String user) {
        Optional<String> missing = missing(source, "username");
        if (missing.isPresent() || !(source instanceof Secret secret)) {
            return missing;
        }
        if (!secret.type().equals(Optional.of(TYPE))) {
            return Optional.of("the Secret \"" + secret.name() + "\" has the type "
                    + secret.type().orElse("Opaque"));
        }
        return user.equals(secret.demoValues().get("username"))
                ? Optional.empty()
                : Optional.of("the username in the Secret \"" + secret.name() + "\" is that of another user");
    }

    private static Optional<String> missing(SecretSource secret, String key) {
        try {
            secret.requireKey(key);
            return Optional.empty();
        } catch (InvalidValueException notThere) {
            return Optional.of(String.valueOf(notThere.getMessage()));
        }
    }

    /** What is outside the rendered set: Secrets, and the StorageClass. */
    Set<ExistingObject> outside() {
        Set<ExistingObject> all = new LinkedHashSet<>();
        logins().values().forEach(password -> add(all, password));
        cluster.importFrom().map(Postgres::password).ifPresent(password -> add(all, password));
        cluster.postgres().tls().flatMap(tls -> tls.secret().outside()).ifPresent(all::add);
        cluster.postgres().storageClass().flatMap(StorageClassSource::outside).ifPresent(all::add);
        return all;
    }

    private static void add(Set<ExistingObject> all, Password password) {
        password.secret().flatMap(SecretSource::outside).ifPresent(all::add);
    }
}
