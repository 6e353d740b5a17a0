package dev.berth.redis;

import dev.berth.value.InvalidValueException;
import java.util.Optional;

/**
 * How several servers work together.
 *
 * <pre>{@code
 * RedisTopology.sentinel(3, Sentinels.three())
 * }</pre>
 *
 * @param form the form
 * @param servers the number of servers
 * @param sentinels the sentinels, if there are any
 * @param replicasPerPrimary the number of replicas of each primary of a cluster
 */
public record RedisTopology(Form form, int servers, Optional<Sentinels> sentinels, int replicasPerPrimary) {

    /** The forms of a topology. */
    public enum Form {
        /** Servers with data of their own. */
        INDEPENDENT(0),
        /** A primary and its replicas. */
        REPLICATED(2),
        /** A primary and its replicas, with sentinels that promote a replica. */
        SENTINEL(2),
        /** Several primaries that share the keys, with replicas that take over. */
        CLUSTER(3);

        private final int leastServers;

        Form(int leastServers) {
            this.leastServers = leastServers;
        }
    }

    /** Checks the number. */
    public RedisTopology {
        if (servers < form.leastServers) {
            throw InvalidValueException.of("RedisTopology servers", servers, "must be at least " + form.leastServers);
        }
        if (replicasPerPrimary < 0) {
            throw InvalidValueException.of(
                    "RedisTopology replicasPerPrimary", replicasPerPrimary, "must be at least 0");
        }
    }

    /**
     * Servers with data of their own. Nothing is replicated between them, so several do not provide high availability,
     * and the Service for clients reaches only the first.
     */
    public static RedisTopology independent(int servers) {
        return new RedisTopology(Form.INDEPENDENT, servers, Optional.empty(), 0);
    }

    /**
     * Server 0 is the primary, and the others are its replicas. Nobody promotes a replica: while the primary is away,
     * clients can only read from the replicas.
     *
     * @param servers the number of servers, with the primary; at least 2
     */
    public static RedisTopology replicated(int servers) {
        return new RedisTopology(Form.REPLICATED, servers, Optional.empty(), 0);
    }

    /**
     * A primary and its replicas. The sentinels promote a replica if the primary is gone, and clients ask them who the
     * primary is.
     *
     * @param servers the number of servers, with the primary; at least 2
     * @param sentinels the sentinels
     */
    public static RedisTopology sentinel(int servers, Sentinels sentinels) {
        return new RedisTopology(Form.SENTINEL, servers, Optional.of(sentinels), 0);
    }

    /**
     * A cluster: the primaries share the keys, and the replicas of a primary take over if it is gone.
     *
     * @param primaries the number of primaries, at least 3
     * @param replicasPerPrimary the number of replicas of each primary; with 0, the loss of a server stops the cluster
     */
    public static RedisTopology cluster(int primaries, int replicasPerPrimary) {
        if (primaries < 3) {
            throw InvalidValueException.of("RedisTopology primaries", primaries, "must be at least 3");
        }
        return new RedisTopology(
                Form.CLUSTER, primaries * (1 + replicasPerPrimary), Optional.empty(), replicasPerPrimary);
    }

    boolean is(Form other) {
        return form == other;
    }
}
