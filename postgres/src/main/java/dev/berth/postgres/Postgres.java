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
 * PostgreSQL from the official image on Debian: a ConfigMap, two Services and a StatefulSet whose servers keep their data.
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
 * <p>Several replicas are several servers, each with data of its own: nothing is copied from one to another, so they make
 * no high availability. That is why the Service for clients answers with the first one only.
 */
@Value.Immutable
@Dsl
public abstract class Postgres extends Recipe {

    /** The port on which the servers answer. */
    public static final Port PORT = Port.tcp("postgres", 5432);

    private static final String PASSWORD = "POSTGRES_PASSWORD";

    Postgres() {}

    /**
     * Starts the declaration.
     *
     * @param name the name of the StatefulSet and of the Service for clients; the others start with it
     */
    public static PostgresBuildStages.ImageBuildStage named(String name) {
        return PostgresBuildStages.start().name(name);
    }

    @Override
    public abstract String name();

    /** The image: an official one on Debian, where the user {@code postgres} has the id 999, up to version 17. */
    @Override
    public abstract String image();

    /** The database that the first start makes; a later change makes no other one. */
    public abstract String database();

    /** The superuser that the first start makes; a later change makes no other one. */
    public abstract String user();

    /**
     * The password of that user, as the variable {@code POSTGRES_PASSWORD} from a Secret. The first start reads it; a
     * later change of the Secret does not change it in the server.
     */
    public abstract EnvVar password();

    @Override
    public abstract Bytes storage();

    /**
     * Lines of {@code postgresql.conf} beyond those that the servers need, by the name of the setting. A text is put in
     * quotes.
     */
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

    /** From 18 on the official image keeps its data elsewhere, and would start with an empty directory on the old volume. */
    private void checkMajorVersion() {
        String tag = ImageReference.parse(image()).flatMap(ImageReference::tag).orElse("");
        if (PostgresPod.IMAGE
                .version(tag)
                .filter(version -> !PostgresPod.IMAGE.layout(version).equals(PostgresPod.LAYOUT))
                .isPresent()) {
            throw InvalidValueException.of(
                    "Postgres image", image(), "must be version 17 or older: later images keep their data elsewhere");
        }
        if (!PostgresPod.IMAGE.user(tag).equals(Optional.of(PostgresPod.USER))) {
            throw InvalidValueException.of(
                    "Postgres image", image(), "must be one on Debian: on Alpine the user postgres has another id");
        }
    }

    /** The ConfigMap with the names of database and user, and with {@code postgresql.conf}. */
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
