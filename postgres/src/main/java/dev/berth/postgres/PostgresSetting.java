package dev.berth.postgres;

import dev.berth.value.InvalidValueException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A setting in {@code postgresql.conf}.
 *
 * <pre>{@code
 * PostgresSetting.sharedBuffers(megabytes(512))
 * }</pre>
 *
 * <p>Source of all limits: PostgreSQL 17, {@code src/backend/utils/misc/guc_tables.c}.
 */
public final class PostgresSetting {

    /** Settings for paths and addresses, which the recipe sets: changing them would break the recipe. */
    private static final Set<String> OF_THE_RECIPE = Set.of(
            "config_file",
            "data_directory",
            "external_pid_file",
            "hba_file",
            "ident_file",
            "listen_addresses",
            "max_slot_wal_keep_size",
            "port",
            "primary_conninfo",
            "primary_slot_name",
            "ssl",
            "ssl_ca_file",
            "ssl_cert_file",
            "ssl_key_file",
            "unix_socket_directories");

    /** Settings with a method of their own, and the method. */
    private static final List<String> TYPED = List.of(
            "checkpoint_timeout checkpointTimeout",
            "effective_cache_size effectiveCacheSize",
            "idle_in_transaction_session_timeout idleInTransactionSessionTimeout",
            "log_min_duration_statement logMinDurationStatement",
            "log_timezone logTimezone",
            "maintenance_work_mem maintenanceWorkMem",
            "max_connections maxConnections",
            "max_wal_size maxWalSize",
            "shared_buffers sharedBuffers",
            "statement_timeout statementTimeout",
            "synchronous_commit synchronousCommit",
            "timezone timezone",
            "work_mem workMem");

    private final String name;
    private final String value;

    private PostgresSetting(String name, String value) {
        this.name = name;
        this.value = value;
    }

    /**
     * The largest number of connections. PostgreSQL defaults to 100. A change needs a restart.
     *
     * @throws InvalidValueException if the number is not between 1 and 262143
     */
    public static PostgresSetting maxConnections(int connections) {
        if (connections < 1 || connections > 262_143) {
            throw InvalidValueException.of(
                    "PostgresSetting max_connections", connections, "must be between 1 and 262143, inclusive");
        }
        return plain("max_connections", Integer.toString(connections));
    }

    /**
     * The memory for caching data, at least 128kB. PostgreSQL defaults to 128MB. A change needs a restart. The recipe
     * refuses more than the memory limit.
     */
    public static PostgresSetting sharedBuffers(PostgresMemory memory) {
        return memory("shared_buffers", memory, 128);
    }

    /**
     * What the planner assumes about the caches of PostgreSQL and of the kernel together, at least 8kB. PostgreSQL
     * defaults to 4GB.
     */
    public static PostgresSetting effectiveCacheSize(PostgresMemory memory) {
        return memory("effective_cache_size", memory, 8);
    }

    /** The memory of one sort or hash operation, at least 64kB. PostgreSQL defaults to 4MB. */
    public static PostgresSetting workMem(PostgresMemory memory) {
        return memory("work_mem", memory, 64);
    }

    /**
     * The memory of one maintenance operation, such as {@code VACUUM}, at least 64kB. PostgreSQL defaults to 64MB. The
     * recipe refuses more than the memory limit.
     */
    public static PostgresSetting maintenanceWorkMem(PostgresMemory memory) {
        return memory("maintenance_work_mem", memory, 64);
    }

    /** How much WAL is written between two checkpoints, at least 2MB. PostgreSQL defaults to 1GB. */
    public static PostgresSetting maxWalSize(PostgresMemory memory) {
        return memory("max_wal_size", memory, 2048);
    }

    /**
     * The longest time between two checkpoints. PostgreSQL defaults to 5 min.
     *
     * @throws InvalidValueException if the time is not between 30 s and 24 h
     */
    public static PostgresSetting checkpointTimeout(Duration time) {
        return duration("checkpoint_timeout", time, Duration.ofSeconds(30), Duration.ofDays(1));
    }

    /** The longest time of a statement. PostgreSQL defaults to no limit. */
    public static PostgresSetting statementTimeout(Duration time) {
        return duration("statement_timeout", time, Duration.ofMillis(1), Duration.ofMillis(Integer.MAX_VALUE));
    }

    /** The longest time for which a transaction may do nothing. PostgreSQL defaults to no limit. */
    public static PostgresSetting idleInTransactionSessionTimeout(Duration time) {
        return duration(
                "idle_in_transaction_session_timeout",
                time,
                Duration.ofMillis(1),
                Duration.ofMillis(Integer.MAX_VALUE));
    }

    /** From which duration on statements are logged. PostgreSQL defaults to logging none. */
    public static PostgresSetting logMinDurationStatement(Duration time) {
        return duration("log_min_duration_statement", time, Duration.ZERO, Duration.ofMillis(Integer.MAX_VALUE));
    }

    /** When a commit is reported to the client. */
    public enum SynchronousCommit {
        /** When it is on the disk of the primary, and of the synchronous servers if there are any. The default. */
        ON("on"),
        /** Before it is on a disk: a crash loses the last commits, up to three times {@code wal_writer_delay}. */
        OFF("off"),
        /** When it is on the disk of the primary, whatever the synchronous servers do. */
        LOCAL("local"),
        /** When the synchronous servers have it in memory. */
        REMOTE_WRITE("remote_write"),
        /** When the synchronous servers have applied it, so that a read there returns it. */
        REMOTE_APPLY("remote_apply");

        private final String value;

        SynchronousCommit(String value) {
            this.value = value;
        }
    }

    /** When a commit is reported to the client. PostgreSQL defaults to {@link SynchronousCommit#ON}. */
    public static PostgresSetting synchronousCommit(SynchronousCommit commit) {
        return plain("synchronous_commit", commit.value);
    }

    /** The time zone of the log, such as {@code UTC}. */
    public static PostgresSetting logTimezone(String zone) {
        return text("log_timezone", zone);
    }

    /** The time zone of sessions, such as {@code Europe/Berlin}. */
    public static PostgresSetting timezone(String zone) {
        return text("timezone", zone);
    }

    /**
     * A setting that has no method here. Strings are quoted.
     *
     * @param name the name, such as {@code log_line_prefix} or {@code pg_stat_statements.max}
     * @throws InvalidValueException if the name is not valid, if the setting has a method here or is set by the recipe,
     *     or if the value has several lines
     */
    public static PostgresSetting other(String name, String value) {
        if (!name.matches("[a-z][a-z0-9_]*(\\.[a-z0-9_]+)?")) {
            throw InvalidValueException.of("PostgresSetting", name, "must be lower case letters, digits and '_'");
        }
        if (OF_THE_RECIPE.contains(name)) {
            throw InvalidValueException.of("PostgresSetting", name, "must not be set: the recipe sets it");
        }
        TYPED.stream().filter(typed -> typed.startsWith(name + " ")).findFirst().ifPresent(typed -> {
            throw InvalidValueException.of(
                    "PostgresSetting",
                    name,
                    "must be set with PostgresSetting." + typed.substring(name.length() + 1) + "(…)");
        });
        return text(name, value);
    }

    private static PostgresSetting plain(String name, String value) {
        return new PostgresSetting(name, value);
    }

    private static PostgresSetting text(String name, String value) {
        return plain(name, ConfValue.quoted("PostgresSetting " + name, value));
    }

    private static PostgresSetting memory(String name, PostgresMemory memory, long atLeastKilobytes) {
        if (memory.bytes() < atLeastKilobytes * 1024) {
            throw InvalidValueException.of(
                    "PostgresSetting " + name, memory, "must be at least " + atLeastKilobytes + "kB");
        }
        return plain(name, memory.toString());
    }

    private static PostgresSetting duration(String name, Duration time, Duration least, Duration most) {
        if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
            throw InvalidValueException.of(
                    "PostgresSetting " + name,
                    time,
                    "must be between " + ConfValue.of(least) + " and " + ConfValue.of(most));
        }
        Duration step = least.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofMillis(1) : Duration.ofSeconds(1);
        if (!step.multipliedBy(time.dividedBy(step)).equals(time)) {
            throw InvalidValueException.of(
                    "PostgresSetting " + name, time, "must be a multiple of " + ConfValue.of(step));
        }
        return plain(name, ConfValue.of(time));
    }

    /** The name, such as {@code shared_buffers}. */
    public String name() {
        return name;
    }

    /** The value without the quotation marks of the file. */
    String value() {
        return ConfValue.unquoted(value);
    }

    /** The line in the file. */
    String line() {
        return name + " = " + value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PostgresSetting that && line().equals(that.line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }

    /** The line in the file. */
    @Override
    public String toString() {
        return line();
    }
}
