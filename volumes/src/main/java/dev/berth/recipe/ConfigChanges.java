package dev.berth.recipe;

/**
 * What happens to running servers when their configuration changes. The scripts of the first start, and the values of
 * Secrets, are not part of it.
 *
 * <pre>{@code
 * Postgres.named("orders")
 *         …
 *         .configChanges(ConfigChanges.RELOAD)
 * }</pre>
 */
public enum ConfigChanges {

    /**
     * Nothing: the servers keep what they read when they started, until someone reloads or restarts them. The default,
     * because a restart can mean downtime.
     */
    MANUAL,

    /** Every change restarts the pods, one after the other: an annotation of the pods contains a hash of the files. */
    RESTART,

    /**
     * A container next to each server applies what the server can change while it runs, about a minute after the change.
     * Only what the server reads when it starts changes the hash, and so restarts the pods.
     */
    RELOAD
}
