package dev.berth.redis;

import dev.berth.value.InvalidValueException;

/**
 * How several servers work together.
 *
 * <pre>{@code
 * RedisTopology.replicated(3)
 * }</pre>
 *
 * @param form the form
 * @param servers the number of servers
 */
public record RedisTopology(Form form, int servers) {

    /** The forms of a topology. */
    public enum Form {
        /** Servers with data of their own. */
        INDEPENDENT,
        /** A primary and its replicas. */
        REPLICATED
    }

    /** Checks the number. */
    public RedisTopology {
        int least = form == Form.REPLICATED ? 2 : 0;
        if (servers < least) {
            throw InvalidValueException.of("RedisTopology servers", servers, "must be at least " + least);
        }
    }

    /**
     * Servers with data of their own. Nothing is replicated between them, so several do not provide high availability,
     * and the Service for clients reaches only the first.
     */
    public static RedisTopology independent(int servers) {
        return new RedisTopology(Form.INDEPENDENT, servers);
    }

    /**
     * Server 0 is the primary, and the others are its replicas. Nobody promotes a replica: while the primary is away,
     * clients can only read from the replicas.
     *
     * @param servers the number of servers, with the primary; at least 2
     */
    public static RedisTopology replicated(int servers) {
        return new RedisTopology(Form.REPLICATED, servers);
    }
}
