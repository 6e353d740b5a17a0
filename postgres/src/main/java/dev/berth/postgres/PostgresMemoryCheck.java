package dev.berth.postgres;

import dev.berth.value.InvalidValueException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the settings that take memory against the memory limit. Above it, the kernel kills the server as soon as it uses
 * the memory. Not checked is {@code work_mem} times {@code max_connections}: few sessions sort at the same time.
 *
 * <p>Source of the units: PostgreSQL 17, {@code src/backend/utils/misc/guc_tables.c}.
 */
final class PostgresMemoryCheck {

    private static final long KILOBYTE = 1024;
    private static final long BLOCK = 8 * KILOBYTE;
    private static final long MEGABYTE = 1024 * KILOBYTE;

    /** The unit of a number without one, in bytes. */
    private static final Map<String, Long> UNITS = Map.of(
            "autovacuum_work_mem", KILOBYTE,
            "logical_decoding_work_mem", KILOBYTE,
            "maintenance_work_mem", KILOBYTE,
            "min_dynamic_shared_memory", MEGABYTE,
            "shared_buffers", BLOCK,
            "temp_buffers", BLOCK,
            "vacuum_buffer_usage_limit", KILOBYTE,
            "wal_buffers", BLOCK,
            "work_mem", KILOBYTE);

    private static final Map<String, Long> SYMBOLS =
            Map.of("B", 1L, "kB", KILOBYTE, "MB", MEGABYTE, "GB", 1024 * MEGABYTE, "TB", 1024 * 1024 * MEGABYTE);

    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,18})(B|kB|MB|GB|TB)?");

    private static final long DEFAULT_SHARED_BUFFERS = 128 * MEGABYTE;

    private final String what;
    private final Postgres postgres;

    private PostgresMemoryCheck(String what, Postgres postgres) {
        this.what = what;
        this.postgres = postgres;
    }

    static void check(String what, Postgres postgres) {
        new PostgresMemoryCheck(what, postgres).all();
    }

    private void all() {
        Map<String, Long> amounts = new LinkedHashMap<>();
        for (PostgresSetting setting : postgres.settings()) {
            bytes(setting).ifPresent(bytes -> amounts.put(setting.name(), bytes));
        }
        for (PostgresSetting setting : postgres.settings()) {
            if (amounts.getOrDefault(setting.name(), 0L) > postgres.memory()) {
                throw InvalidValueException.of(what + ": " + setting.name(), setting.value(), aboveLimit());
            }
        }
        postgres.sharedMemory()
                .filter(size -> size.quantity().amount().longValueExact() > postgres.memory())
                .ifPresent(size -> {
                    throw InvalidValueException.of(what + ": sharedMemory", size, aboveLimit());
                });
        allocatedAtStart(amounts);
    }

    private void allocatedAtStart(Map<String, Long> amounts) {
        if (!amounts.containsKey("shared_buffers") && postgres.memory() < DEFAULT_SHARED_BUFFERS) {
            throw new InvalidValueException(what + ": settings[shared_buffers]: Required value: PostgreSQL defaults to"
                    + " 128MB, which is above the memory limit of " + limit());
        }
        long sum = amounts.getOrDefault("shared_buffers", DEFAULT_SHARED_BUFFERS)
                + amounts.getOrDefault("wal_buffers", 0L)
                + amounts.getOrDefault("min_dynamic_shared_memory", 0L);
        if (sum > postgres.memory()) {
            throw InvalidValueException.of(
                    what + ": shared_buffers, wal_buffers and min_dynamic_shared_memory",
                    sum / KILOBYTE + "kB",
                    "must not be above the memory limit of " + limit() + " together");
        }
    }

    private static Optional<Long> bytes(PostgresSetting setting) {
        Matcher amount = AMOUNT.matcher(setting.value());
        if (!UNITS.containsKey(setting.name()) || !amount.matches()) {
            return Optional.empty();
        }
        long unit = amount.group(2) == null
                ? UNITS.getOrDefault(setting.name(), 1L)
                : SYMBOLS.getOrDefault(amount.group(2), 1L);
        BigInteger bytes = new BigInteger(amount.group(1)).multiply(BigInteger.valueOf(unit));
        return Optional.of(bytes.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
    }

    private String aboveLimit() {
        return "must not be above the memory limit of " + limit();
    }

    private String limit() {
        return postgres.resources().limit("memory").orElseThrow().toString();
    }
}
