package dev.berth.postgres;

import dev.berth.recipe.Metrics;
import dev.berth.value.InvalidValueException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What the attributes of a declaration must be together. */
final class PostgresCheck {

    private PostgresCheck() {}

    static void check(Postgres postgres) {
        String what = "PostgreSQL \"" + postgres.name() + "\"";
        if (postgres.database().isBlank() || postgres.user().isBlank()) {
            throw new InvalidValueException(what + ": database and user: Required value");
        }
        if (!postgres.image().server().product().equals("PostgreSQL")) {
            throw InvalidValueException.of(
                    what + ": image", postgres.image().server().name(), "must be an image with PostgreSQL");
        }
        unique(what + ": settings", postgres.settings().stream().map(PostgresSetting::name));
        unique(what + ": users", Stream.concat(Stream.of(postgres.user()), users(postgres)));
        unique(
                what + ": databases",
                Stream.concat(
                        Stream.of(postgres.database()),
                        postgres.databases().stream().map(PostgresDatabase::name)));
        unique(what + ": initScripts", postgres.initScripts().stream().map(InitScript::file));
        if (postgres.topology().isStreaming() && users(postgres).anyMatch("replicator"::equals)) {
            throw InvalidValueException.of(
                    what + ": users", "replicator", "must not be declared: the followers replicate as this user");
        }
        if (postgres.metrics().isPresent() && users(postgres).anyMatch(Metrics.USER::equals)) {
            throw InvalidValueException.of(
                    what + ": users",
                    Metrics.USER,
                    "must not be declared: the exporter of metrics logs in as this user");
        }
        memory(what, postgres);
        owners(what, postgres);
        TakingOverCheck.check(what, postgres);
        if (postgres.tls().isPresent() && postgres.volumeOwner().image().isPresent()) {
            throw new InvalidValueException(what + ": tls: the key file is readable for the server only through the"
                    + " fsGroup of the pod: use VolumeOwner.fsGroup()");
        }
    }

    private static Stream<String> users(Postgres postgres) {
        return postgres.users().stream().map(PostgresUser::name);
    }

    private static void unique(String what, Stream<String> names) {
        Set<String> seen = new HashSet<>();
        names.filter(name -> !seen.add(name)).forEach(name -> {
            throw InvalidValueException.of(what, name, "must be unique");
        });
    }

    /** Above the limit, the kernel kills the server as soon as it uses the memory. */
    private static void memory(String what, Postgres postgres) {
        postgres.settings().stream()
                .filter(setting ->
                        Set.of("shared_buffers", "maintenance_work_mem").contains(setting.name()))
                .forEach(setting -> setting.memory()
                        .filter(memory -> memory.bytes() > postgres.memory())
                        .ifPresent(memory -> {
                            throw InvalidValueException.of(
                                    what + ": " + setting.name(),
                                    memory,
                                    "must not be above the memory limit of "
                                            + postgres.resources()
                                                    .limit("memory")
                                                    .orElseThrow());
                        }));
        postgres.sharedMemory()
                .filter(size -> size.quantity().amount().longValueExact() > postgres.memory())
                .ifPresent(size -> {
                    throw InvalidValueException.of(
                            what + ": sharedMemory",
                            size,
                            "must not be above the memory limit of "
                                    + postgres.resources().limit("memory").orElseThrow());
                });
    }

    private static void owners(String what, Postgres postgres) {
        postgres.databases().stream()
                .filter(database -> Stream.concat(Stream.of(postgres.user()), users(postgres))
                        .noneMatch(database.owner()::equals))
                .forEach(database -> {
                    throw InvalidValueException.of(
                            what + ": databases[" + database.name() + "]: owner",
                            database.owner(),
                            "must be a user of the declaration");
                });
    }
}
