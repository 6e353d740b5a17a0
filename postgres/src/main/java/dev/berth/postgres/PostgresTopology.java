package dev.berth.postgres;

import dev.berth.recipe.Password;
import dev.berth.value.InvalidValueException;
import java.util.Optional;

/**
 * How several servers work together.
 *
 * <pre>{@code
 * PostgresTopology.streaming(3, Password.key(Secret.existing("orders-credentials"), "replication"))
 * }</pre>
 *
 * @param servers the number of servers
 * @param replication the password of the replication user, if the servers replicate
 * @param primary the number of the primary
 */
public record PostgresTopology(int servers, Optional<Password> replication, int primary) {

    /** Checks the numbers. */
    public PostgresTopology {
        if (servers < (replication.isPresent() ? 2 : 0)) {
            throw InvalidValueException.of(
                    "PostgresTopology servers",
                    servers,
                    replication.isPresent() ? "must be at least 2: a primary and a follower" : "must be at least 0");
        }
        if (primary < 0 || primary >= Math.max(1, servers)) {
            throw InvalidValueException.of(
                    "PostgresTopology primary", primary, "must be between 0 and " + (servers - 1) + ", inclusive");
        }
        replication.filter(password -> !password.isSet()).ifPresent(password -> {
            throw new InvalidValueException("PostgresTopology replication: Required value: a password, because whoever"
                    + " can replicate can read all data");
        });
    }

    /**
     * Servers with data of their own. Nothing is replicated between them, so several do not provide high availability,
     * and the Service for clients reaches only the first.
     */
    public static PostgresTopology independent(int servers) {
        return new PostgresTopology(servers, Optional.empty(), 0);
    }

    /**
     * A primary and followers that replay its log. The servers have the numbers 0, 1, 2, …; number 0 is the primary.
     *
     * @param servers the number of servers, with the primary; at least 2
     * @param replication the password of the replication user
     */
    public static PostgresTopology streaming(int servers, Password replication) {
        return new PostgresTopology(servers, Optional.of(replication), 0);
    }

    /**
     * Returns a copy in which another server is the primary. Promote it in the running cluster first: a server that
     * the declaration names does not promote itself.
     *
     * @param number the number of the server
     * @throws InvalidValueException if the topology has no server with this number, or does not replicate
     */
    public PostgresTopology primary(int number) {
        if (replication.isEmpty()) {
            throw InvalidValueException.of(
                    "PostgresTopology primary", number, "must be left out: independent servers have no primary");
        }
        return new PostgresTopology(servers, replication, number);
    }

    /** Whether the servers replicate. */
    boolean isStreaming() {
        return replication.isPresent();
    }
}
