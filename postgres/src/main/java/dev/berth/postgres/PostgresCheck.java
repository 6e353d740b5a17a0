package dev.berth.postgres;

import dev.berth.recipe.ConfigChanges;
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
        name(what + ": database", postgres.database());
        name(what + ": user", postgres.user());
        if (postgres.user().matches(".*[\"$'\\\\].*")) {
            throw InvalidValueException.of(
                    what + ": user",
                    postgres.user(),
                    "must not contain any of \" $ ' \\: the first start creates extensions, whose owner cannot have them");
        }
        if (!postgres.image().server().product().equals("PostgreSQL")) {
            throw InvalidValueException.of(
                    what + ": image", postgres.image().server().name(), "must be an image with PostgreSQL");
        }
        int major = postgres.image().server().major();
        if (postgres.configChanges() == ConfigChanges.RELOAD
                && (major < SettingContexts.OLDEST || major > SettingContexts.NEWEST)) {
            throw InvalidValueException.of(
                    what + ": configChanges",
                    ConfigChanges.RELOAD,
                    "must be MANUAL or RESTART for PostgreSQL " + major
                            + ": which settings can be reloaded is known for" + " versions " + SettingContexts.OLDEST
                            + " to " + SettingContexts.NEWEST);
        }
        unique(what + ": settings", postgres.settings().stream().map(PostgresSetting::name));
        unique(what + ": users", Stream.concat(Stream.of(postgres.user()), users(postgres)));
        unique(
                what + ": databases",
                Stream.concat(
                        Stream.of(postgres.database()),
                        postgres.databases().stream().map(PostgresDatabase::name)));
        unique(what + ": initScripts", postgres.initScripts().stream().map(InitScript::file));
        if (postgres.topology().isStreaming()) {
            reserved(what, postgres, "replicator", "the followers replicate as this user");
        }
        if (postgres.metrics().isPresent()) {
            reserved(what, postgres, Metrics.USER, "the exporter of metrics logs in as this user");
        }
        postgres.backup().ifPresent(backup -> backup(what, postgres, backup));
        PostgresMemoryCheck.check(what, postgres);
        owners(what, postgres);
        TakingOverCheck.check(what, postgres);
        if (postgres.tls().isPresent() && postgres.volumeOwner().image().isPresent()) {
            throw new InvalidValueException(what + ": tls: the key file is readable for the server only through the"
                    + " fsGroup of the pod: use VolumeOwner.fsGroup()");
        }
    }

    private static void reserved(String what, Postgres postgres, String user, String reason) {
        if (Stream.concat(Stream.of(postgres.user()), users(postgres)).anyMatch(user::equals)) {
            throw InvalidValueException.of(what + ": users", user, "must not be declared: " + reason);
        }
    }

    /** Since which versions: PostgreSQL 14, release notes (pg_read_all_data), and 13 (pg_verifybackup). */
    private static void backup(String what, Postgres postgres, PostgresBackup backup) {
        if (backup.password().isPresent()) {
            reserved(what, postgres, PostgresBackup.USER, "the backups log in as this user");
        }
        int major = postgres.image().server().major();
        if (!backup.base() && backup.password().isPresent() && major < 14) {
            throw InvalidValueException.of(
                    what + ": backup: PostgreSQL",
                    major,
                    "must be at least 14, because pg_read_all_data does not exist before: use"
                            + " PostgresBackup.dumpAsSuperuser(…)");
        }
        if (backup.base() && major < 13) {
            throw InvalidValueException.of(
                    what + ": backup: PostgreSQL",
                    major,
                    "must be at least 13, because pg_verifybackup does not exist before: use"
                            + " PostgresBackup.dumpAsSuperuser(…)");
        }
    }

    private static Stream<String> users(Postgres postgres) {
        return postgres.users().stream().map(PostgresUser::name);
    }

    /** What the first parameter of psql or the name of a file would mean something else for. */
    private static void name(String what, String name) {
        if (name.matches(".*[=/].*") || name.chars().anyMatch(Character::isISOControl)) {
            throw InvalidValueException.of(
                    what,
                    name,
                    "must not contain '=' or '/', with which psql reads a connection string, or line breaks");
        }
    }

    private static void unique(String what, Stream<String> names) {
        Set<String> seen = new HashSet<>();
        names.filter(name -> !seen.add(name)).forEach(name -> {
            throw InvalidValueException.of(what, name, "must be unique");
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
