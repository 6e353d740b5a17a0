package dev.berth.postgres;

import dev.berth.value.InvalidValueException;

/**
 * An amount of memory in the units of PostgreSQL, which are multiples of 1024 and are not written like those of
 * Kubernetes: {@code 1GB} is what Kubernetes calls {@code 1Gi}.
 *
 * <pre>{@code
 * PostgresMemory.megabytes(512)
 * }</pre>
 *
 * <p>Source: PostgreSQL 17, <a href="https://www.postgresql.org/docs/17/config-setting.html">Setting Parameters</a>.
 *
 * @param amount the number, above 0
 * @param unit the unit
 */
public record PostgresMemory(long amount, Unit unit) {

    /** A unit of memory. */
    public enum Unit {
        /** 1024 bytes: {@code kB}. */
        KILOBYTES("kB", 1024L),
        /** 1024² bytes: {@code MB}. */
        MEGABYTES("MB", 1024L * 1024),
        /** 1024³ bytes: {@code GB}. */
        GIGABYTES("GB", 1024L * 1024 * 1024);

        private final String symbol;
        private final long bytes;

        Unit(String symbol, long bytes) {
            this.symbol = symbol;
            this.bytes = bytes;
        }
    }

    /**
     * Creates an amount.
     *
     * @throws InvalidValueException if the number is not above 0
     */
    public PostgresMemory {
        if (amount < 1) {
            throw InvalidValueException.of("PostgresMemory", amount + unit.symbol, "must be above zero");
        }
    }

    /** Multiples of 1024 bytes: {@code kB}. */
    public static PostgresMemory kilobytes(long amount) {
        return new PostgresMemory(amount, Unit.KILOBYTES);
    }

    /** Multiples of 1024² bytes: {@code MB}. */
    public static PostgresMemory megabytes(long amount) {
        return new PostgresMemory(amount, Unit.MEGABYTES);
    }

    /** Multiples of 1024³ bytes: {@code GB}. */
    public static PostgresMemory gigabytes(long amount) {
        return new PostgresMemory(amount, Unit.GIGABYTES);
    }

    /** The amount in bytes. */
    public long bytes() {
        return Math.multiplyExact(amount, unit.bytes);
    }

    /** The amount as PostgreSQL reads it. */
    @Override
    public String toString() {
        return amount + unit.symbol;
    }
}
