package dev.berth.postgres;

import dev.berth.value.Bytes;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.Schedule;

/**
 * Regular dumps of all databases of the declaration, and of the users, into a volume of their own.
 *
 * <pre>{@code
 * PostgresBackup.of(Schedule.daily(3, 0), gibi(50)).keep(14)
 * }</pre>
 *
 * <p>A dump is read through a connection, so it does not need the volume of the server. It has the data as of its start;
 * what is written later is lost with the server. The volume is in the same cluster: copy the files elsewhere too.
 *
 * @param schedule when the dumps are made
 * @param storage the size of the volume, in bytes
 * @param keep how many dumps of each database are kept
 */
public record PostgresBackup(Schedule schedule, Bytes storage, int keep) {

    /**
     * Creates a backup.
     *
     * @throws InvalidValueException if less than one dump is kept
     */
    public PostgresBackup {
        if (keep < 1) {
            throw InvalidValueException.of("PostgresBackup keep", keep, "must be at least 1");
        }
    }

    /** Dumps of which the last 7 are kept. */
    public static PostgresBackup of(Schedule schedule, Bytes storage) {
        return new PostgresBackup(schedule, storage, 7);
    }

    /** Returns a copy that keeps this many dumps of each database. */
    public PostgresBackup keep(int dumps) {
        return new PostgresBackup(schedule, storage, dumps);
    }
}
