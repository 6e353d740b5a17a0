package dev.berth.postgres;

import dev.berth.value.InvalidValueException;
import java.util.Optional;

/**
 * Which backup is restored, and whether it may replace data.
 *
 * <pre>{@code
 * PostgresRestore.newest()
 * PostgresRestore.from("20260131T030000Z").replacingData()
 * }</pre>
 *
 * @param time the time in the name of the backup; empty for the newest one
 * @param replacesData whether the data that the server has is deleted
 */
public record PostgresRestore(Optional<String> time, boolean replacesData) {

    /**
     * Checks the time.
     *
     * @throws InvalidValueException if it is not one like {@code 20260131T030000Z}
     */
    public PostgresRestore {
        time.filter(name -> !name.matches("[0-9]{8}T[0-9]{6}Z")).ifPresent(name -> {
            throw InvalidValueException.of("PostgresRestore time", name, "must be a time such as 20260131T030000Z");
        });
    }

    /** The newest backup. It is not restored into a server that has data. */
    public static PostgresRestore newest() {
        return new PostgresRestore(Optional.empty(), false);
    }

    /**
     * The backup with this time in its name. It is not restored into a server that has data.
     *
     * @param time such as {@code 20260131T030000Z}
     * @throws InvalidValueException if it is not such a time
     */
    public static PostgresRestore from(String time) {
        return new PostgresRestore(Optional.of(time), false);
    }

    /** Returns a copy that deletes the data of the server, if it has any. */
    public PostgresRestore replacingData() {
        return new PostgresRestore(time, true);
    }
}
