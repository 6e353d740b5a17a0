package dev.berth.postgres;

import dev.berth.recipe.Password;
import dev.berth.value.Bytes;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.Schedule;
import java.time.Duration;
import java.util.Optional;

/**
 * Regular backups into a volume of their own: dumps of the databases, or copies of the data of the server.
 *
 * <pre>{@code
 * PostgresBackup.dump(Schedule.daily(3, 0), gibi(50), Password.key(secret, "backup")).keep(14)
 * }</pre>
 *
 * <p>A backup is read through a connection, so it does not need the volume of the server. What is written after it starts
 * (a dump) or ends (a base backup) is not in it. The volume is in the same cluster: copy the files elsewhere too.
 *
 * @param base whether the data directory is copied, instead of dumping the databases
 * @param schedule when the backups are made
 * @param storage the size of the volume, in bytes
 * @param password the password of the user {@code backup}; empty if the dumps log in as the superuser
 * @param keep how many backups are kept
 * @param deadline how long a backup may run; Kubernetes stops it afterward, and it fails
 */
public record PostgresBackup(
        boolean base, Schedule schedule, Bytes storage, Optional<Password> password, int keep, Duration deadline) {

    /** The user that the backups log in as. */
    static final String USER = "backup";

    /**
     * Creates a backup.
     *
     * @throws InvalidValueException if less than one backup is kept, if the deadline is not at least a second, or if the
     *     user {@code backup} has no password
     */
    public PostgresBackup {
        if (keep < 1) {
            throw InvalidValueException.of("PostgresBackup keep", keep, "must be at least 1");
        }
        if (deadline.compareTo(Duration.ofSeconds(1)) < 0) {
            throw InvalidValueException.of("PostgresBackup deadline", deadline, "must be at least 1 second");
        }
        if (password.isEmpty() ? base : !password.orElseThrow().isSet()) {
            throw new InvalidValueException(
                    "PostgresBackup password: Required value: the user \"backup\" can read all data");
        }
    }

    /**
     * Dumps of all databases of the declaration, one file for each ({@code pg_dump --format=custom}), and of the users
     * without their passwords. They can be restored into another major version. The user {@code backup} can read
     * everything ({@code pg_read_all_data}, since PostgreSQL 14) and change nothing.
     *
     * <p>The last 7 are kept, and each may run for 12 hours.
     */
    public static PostgresBackup dump(Schedule schedule, Bytes storage, Password password) {
        return of(false, schedule, storage, Optional.of(password));
    }

    /**
     * The same, for PostgreSQL before 14 and for databases with large objects, which {@code pg_read_all_data} does not
     * include: the dumps log in as the superuser of the declaration.
     */
    public static PostgresBackup dumpAsSuperuser(Schedule schedule, Bytes storage) {
        return of(false, schedule, storage, Optional.empty());
    }

    /**
     * Copies of the data of the whole server ({@code pg_basebackup}), with the log that makes them consistent. Their
     * checksums are verified, for which the volume needs room for an uncompressed copy too. They can only be restored
     * into the same major version, and faster than dumps. The user {@code backup} has the attribute {@code REPLICATION}.
     *
     * <p>The last 7 are kept, and each may run for 12 hours.
     */
    public static PostgresBackup base(Schedule schedule, Bytes storage, Password password) {
        return of(true, schedule, storage, Optional.of(password));
    }

    private static PostgresBackup of(boolean base, Schedule schedule, Bytes storage, Optional<Password> password) {
        return new PostgresBackup(base, schedule, storage, password, 7, Duration.ofHours(12));
    }

    /** Returns a copy that keeps this many backups. */
    public PostgresBackup keep(int backups) {
        return new PostgresBackup(base, schedule, storage, password, backups, deadline);
    }

    /** Returns a copy whose backups may run for this long. */
    public PostgresBackup deadline(Duration time) {
        return new PostgresBackup(base, schedule, storage, password, keep, time);
    }

    /** The first word in the names of the backups, and of the script that makes them. */
    String kind() {
        return base ? "base" : "dump";
    }

    /** The options of {@code CREATE ROLE} for the user: without BYPASSRLS, tables with policies cannot be dumped. */
    String role() {
        return base ? "REPLICATION" : "BYPASSRLS IN ROLE pg_read_all_data";
    }
}
