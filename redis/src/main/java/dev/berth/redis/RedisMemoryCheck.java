package dev.berth.redis;

import dev.berth.value.Bytes;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the settings that take memory against the memory limit.
 *
 * <p>Source: Redis 7.4, {@code memtoull}, {@code src/util.c}; {@code freeMemoryGetNotCountedMemory}, {@code src/evict.c}.
 */
record RedisMemoryCheck(Redis redis, Consumer<String> problems) {

    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,18})(b|k|kb|m|mb|g|gb)?");

    private static final Map<String, Long> UNITS = Map.of(
            "b", 1L,
            "k", 1000L,
            "kb", 1024L,
            "m", 1000L * 1000,
            "mb", 1024L * 1024,
            "g", 1000L * 1000 * 1000,
            "gb", 1024L * 1024 * 1024);

    /** Memory that is not part of maxmemory. */
    private static final List<String> BESIDE =
            List.of("client-query-buffer-limit", "maxmemory-clients", "repl-backlog-size");

    void check() {
        long half = redis.memory() / 2;
        long data = redis.settings().stream()
                .flatMap(setting -> setting.memory().stream())
                .mapToLong(RedisMemoryCheck::bytes)
                .findFirst()
                .orElse(half);
        if (data > half) {
            redis.settings().forEach(setting -> setting.memory()
                    .ifPresent(memory -> problems.accept(": maxmemory: Invalid value: \"" + memory
                            + "\": must be at most half of the memory limit of " + limit()
                            + ": rewriting the log can need as much again")));
            return;
        }
        for (RedisSetting setting : redis.settings()) {
            amounts(setting).stream()
                    .filter(value -> bytes(value)
                            .filter(bytes -> bytes > redis.memory() - data)
                            .isPresent())
                    .forEach(value -> problems.accept(": " + setting.name() + ": Invalid value: \"" + value
                            + "\": must be at most "
                            + RedisSetting.inLargestUnit(Bytes.of(Long.toString(redis.memory() - data)))
                            + ", which the memory limit of " + limit() + " leaves besides maxmemory"));
        }
    }

    /** The values of a setting that are amounts: of the limits for the buffers of clients, the hard and the soft ones. */
    private static List<String> amounts(RedisSetting setting) {
        List<String> values = setting.values();
        if (setting.name().equals("client-output-buffer-limit") && values.size() == 4) {
            return values.subList(1, 3);
        }
        return BESIDE.contains(setting.name()) ? values : List.of();
    }

    private static Optional<Long> bytes(String value) {
        Matcher amount = AMOUNT.matcher(value.toLowerCase(Locale.ROOT));
        if (!amount.matches()) {
            return Optional.empty();
        }
        long unit = amount.group(2) == null ? 1 : UNITS.getOrDefault(amount.group(2), 1L);
        BigInteger bytes = new BigInteger(amount.group(1)).multiply(BigInteger.valueOf(unit));
        return Optional.of(bytes.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
    }

    private static long bytes(Bytes memory) {
        return memory.quantity().amount().longValueExact();
    }

    private String limit() {
        return redis.resources().limit("memory").orElseThrow().toString();
    }
}
