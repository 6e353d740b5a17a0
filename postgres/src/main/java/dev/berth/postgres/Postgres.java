package dev.berth.postgres;

import dev.berth.catalog.image.ImageReference;
import dev.berth.config.ConfigMap;
import dev.berth.config.EnvVar;
import dev.berth.manifest.Dsl;
import dev.berth.recipe.Recipe;
import dev.berth.value.Bytes;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import dev.berth.workload.StatefulSet;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * PostgreSQL from the official image on Debian: a ConfigMap, two Services and a StatefulSet whose servers keep their
 * data.
 *
 * <pre>{@code
 * var postgres = Postgres.named("postgres")
 *         .image("postgres:17")
 *         .database("mydatabase")
 *         .user("myuser")
 *         .password(secret.env("POSTGRES_PASSWORD"))
 *         .storage(gibi(1))
 *         .build();
 * var file = ManifestFile.of("manifests/postgres.yaml", postgres.manifests()).in(namespace);
 * }</pre>
 *
 * <p>Several replicas are independent servers, each with its own data: nothing is replicated between them, so they do
 * not provide high availability. The Service for clients therefore selects only the first server.
 */
@Value.Immutable
@Dsl
public abstract class Postgres extends Recipe implements ExtensiblePostgres {

    /** The port that the servers listen on. */
    public static final Port PORT = Port.tcp("postgres", 5432);

    private static final String PASSWORD = "POSTGRES_PASSWORD";

    Postgres() {}

    /**
     * Starts a declaration.
     *
     * @param name the name of the StatefulSet and of the Service for clients, and the prefix of all other names
     */
    public static PostgresBuildStages.ImageBuildStage named(String name) {
        return PostgresBuildStages.start().name(name);
    }

    @Override
    public abstract String name();

    /**
     * The image: an official image based on Debian, where the user {@code postgres} has the UID 999, up to version 17.
     */
    @Override
    public abstract String image();

    /** The database that the first start creates. A later change does not create another one. */
    public abstract String database();

    /** The superuser that the first start creates. A later change does not create another one. */
    public abstract String user();

    /**
     * The password of the superuser, as the variable {@code POSTGRES_PASSWORD} from a Secret. Only the first start
     * reads it: a later change of the Secret does not change the password in the server.
     */
    public abstract EnvVar password();

    @Override
    public abstract Bytes storage();

    /** Additional settings in {@code postgresql.conf}, by name. Strings are quoted. */
    public abstract Map<String, String> settings();

    @Value.Check
    void check() {
        if (!password().name().equals(PASSWORD)) {
            throw InvalidValueException.of(
                    "Postgres password",
                    password().name(),
                    "must be the variable " + PASSWORD + ": env(\"" + PASSWORD + "\", \"the-key\")");
        }
        if (database().isBlank() || user().isBlank()) {
            throw new InvalidValueException("Postgres \"" + name() + "\": database and user: Required value");
        }
        Settings.check(settings());
        checkMajorVersion();
    }

    /**
     * Since version 18, the official image stores its data elsewhere and would start with an empty directory on the old
     * volume.
     */
    private void checkMajorVersion() {
        String tag = ImageReference.parse(image()).flatMap(ImageReference::tag).orElse("");
        if (PostgresPod.IMAGE
                .version(tag)
                .filter(version -> !PostgresPod.IMAGE.layout(version).equals(PostgresPod.LAYOUT))
                .isPresent()) {
            throw InvalidValueException.of(
                    "Postgres image", image(), "must be version 17 or older: later images store their data elsewhere");
        }
        if (!PostgresPod.IMAGE.user(tag).equals(Optional.of(PostgresPod.USER))) {
            throw InvalidValueException.of(
                    "Postgres image", image(), "must be based on Debian: on Alpine, the user postgres has another UID");
        }
    }

    /** Returns the ConfigMap with the names of the database and the user, and with {@code postgresql.conf}. */
    @Override
    public ConfigMap config() {
        return ConfigMap.named(name() + "-config")
                .putData("POSTGRES_DB", database())
                .putData("POSTGRES_USER", user())
                .putData(Settings.FILE, Settings.render(settings()))
                .build();
    }

    @Override
    protected StatefulSet declareSet() {
        return PostgresPod.statefulSet(this);
    }
}
