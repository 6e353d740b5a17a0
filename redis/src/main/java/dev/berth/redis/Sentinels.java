package dev.berth.redis;

import dev.berth.value.InvalidValueException;
import java.util.Optional;

/**
 * The sentinels that watch a primary and promote a replica if it is gone.
 *
 * <pre>{@code
 * Sentinels.three()
 * }</pre>
 *
 * @param count the number of sentinels, 3 or 5
 * @param quorum how many must agree that the primary is gone
 * @param proxy the proxy that reaches the primary; clients that ask the sentinels do not need one
 */
public record Sentinels(int count, int quorum, Optional<RedisProxy> proxy) {

    /**
     * Creates sentinels.
     *
     * @throws InvalidValueException if the number is not 3 or 5, or the quorum is not a majority of them: with less, a
     *     sentinel that sees no other one could start a failover that no majority confirms
     */
    public Sentinels {
        if (count != 3 && count != 5) {
            throw InvalidValueException.of("Sentinels count", count, "must be 3 or 5");
        }
        if (quorum <= count / 2 || quorum > count) {
            throw InvalidValueException.of(
                    "Sentinels quorum", quorum, "must be between " + (count / 2 + 1) + " and " + count + ", inclusive");
        }
    }

    /** Three sentinels, two of which must agree: they survive the loss of one node. */
    public static Sentinels three() {
        return new Sentinels(3, 2, Optional.empty());
    }

    /** Five sentinels, three of which must agree: they survive the loss of two nodes. */
    public static Sentinels five() {
        return new Sentinels(5, 3, Optional.empty());
    }

    /** Returns a copy in which this many must agree. */
    public Sentinels quorum(int agreeing) {
        return new Sentinels(count, agreeing, proxy);
    }

    /**
     * Returns a copy with a proxy, for clients without Sentinel support. The recipe then declares a Service with the name of
     * the servers, which always reaches the primary.
     */
    public Sentinels proxy(RedisProxy toPrimary) {
        return new Sentinels(count, quorum, Optional.of(toPrimary));
    }

    /** How many sentinels are more than half. Two servers cannot both be named by so many. */
    int majority() {
        return count / 2 + 1;
    }
}
