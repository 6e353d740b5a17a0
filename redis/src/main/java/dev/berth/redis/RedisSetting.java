package dev.berth.redis;

import dev.berth.value.Bytes;
import dev.berth.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A setting in {@code redis.conf}.
 *
 * <pre>{@code
 * RedisSetting.maxMemory(mebi(256))
 * }</pre>
 *
 * <p>Source: Redis 7.4, {@code redis.conf} and {@code src/config.c}.
 */
public final class RedisSetting {

    private static final List<String> UNITS = List.of("gb", "mb", "kb");

    private final String name;
    private final List<String> values;
    private final Optional<Bytes> memory;
    private final boolean isTyped;

    private RedisSetting(String name, List<String> values, Optional<Bytes> memory, boolean isTyped) {
        this.name = name;
        this.values = List.copyOf(values);
        this.memory = memory;
        this.isTyped = isTyped;
    }

    /**
     * The memory for data. Defaults to half of the memory limit, because rewriting the log or writing a snapshot can
     * need as much again: all pages that change in the meantime are copied. The recipe refuses more than half.
     */
    public static RedisSetting maxMemory(Bytes memory) {
        return new RedisSetting("maxmemory", List.of(inLargestUnit(memory)), Optional.of(memory), true);
    }

    /** What happens when the memory for data is used up. Defaults to {@link EvictionPolicy#NO_EVICTION}. */
    public static RedisSetting evictionPolicy(EvictionPolicy policy) {
        return typed("maxmemory-policy", policy.value());
    }

    /** When the append-only file is written to the disk. */
    public enum AppendFsync {
        /** Before each write is acknowledged: no acknowledged write is lost. */
        ALWAYS("always"),
        /** Once per second: a crash loses up to two seconds of acknowledged writes. */
        EVERY_SECOND("everysec"),
        /** When the kernel decides, on Linux after up to 30 s. */
        NEVER("no");

        private final String value;

        AppendFsync(String value) {
            this.value = value;
        }
    }

    /** When the append-only file is written to the disk. Defaults to {@link AppendFsync#EVERY_SECOND}. */
    public static RedisSetting appendFsync(AppendFsync fsync) {
        return typed("appendfsync", fsync.value);
    }

    /**
     * A snapshot in addition to the append-only file, if at least this many keys have changed within this time. Several
     * rules are several settings: one of them is enough for a snapshot.
     *
     * @param time the time, in whole seconds, at least 1 s
     * @param changes the number of changed keys, at least 1
     * @throws InvalidValueException if a value is not in its range
     */
    public static RedisSetting save(Duration time, long changes) {
        if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.toNanosPart() != 0) {
            throw InvalidValueException.of("RedisSetting save", time, "must be whole seconds, at least 1 s");
        }
        if (changes < 1) {
            throw InvalidValueException.of("RedisSetting save", changes, "must be at least 1 change");
        }
        return typed("save", Long.toString(time.toSeconds()), Long.toString(changes));
    }

    /** No snapshots, only the append-only file. */
    public static RedisSetting noSnapshots() {
        return typed("save", "");
    }

    /** Another name for a command, so that only those who know it can use it. */
    public static RedisSetting renameCommand(String command, String newName) {
        return typed("rename-command", command, newName);
    }

    /** A command that nobody can use. */
    public static RedisSetting disableCommand(String command) {
        return typed("rename-command", command, "");
    }

    /**
     * A setting that has no method here. The recipe checks it. Each value is quoted if it needs to be.
     *
     * @param name the name, such as {@code client-output-buffer-limit}
     * @param values the values that follow the name, as in {@code "replica", "256mb", "64mb", "60"}
     */
    public static RedisSetting other(String name, String... values) {
        return new RedisSetting(name, Arrays.asList(values), Optional.empty(), false);
    }

    private static RedisSetting typed(String name, String... values) {
        return new RedisSetting(name, Arrays.asList(values), Optional.empty(), true);
    }

    /** The size in a unit of Redis, which are multiples of 1024: 1Gi is 1gb. */
    static String inLargestUnit(Bytes memory) {
        BigDecimal bytes = memory.quantity().amount();
        BigDecimal unit = BigDecimal.valueOf(1024L * 1024 * 1024);
        for (String symbol : UNITS) {
            if (bytes.remainder(unit).signum() == 0) {
                return bytes.divide(unit).toBigIntegerExact() + symbol;
            }
            unit = unit.divide(BigDecimal.valueOf(1024));
        }
        return bytes.toBigIntegerExact().toString();
    }

    /** The name, such as {@code maxmemory}. */
    public String name() {
        return name;
    }

    List<String> values() {
        return values;
    }

    Optional<Bytes> memory() {
        return memory;
    }

    /** Whether a method of this class other than {@link #other} created it. */
    boolean isTyped() {
        return isTyped;
    }

    /** The line in the file. */
    String line() {
        return Stream.concat(Stream.of(name), values.stream().map(RedisSetting::quoted))
                .collect(Collectors.joining(" "));
    }

    /** Source: {@code sdssplitargs}, {@code src/sds.c}: in double quotation marks, a backslash escapes both. */
    static String quoted(String value) {
        return value.matches("[^\\s\"'\\\\#]+")
                ? value
                : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RedisSetting that && line().equals(that.line());
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
