package dev.berth.redis;

/** What happens when the memory for data is used up. Source: Redis 7.4, {@code redis.conf}, {@code maxmemory-policy}. */
public enum EvictionPolicy {
    /** Writes fail. The default: nothing is deleted that nobody deleted. */
    NO_EVICTION("noeviction"),
    /** The key that was not used for longest is deleted. */
    ALL_KEYS_LRU("allkeys-lru"),
    /** The key that is used least often is deleted. */
    ALL_KEYS_LFU("allkeys-lfu"),
    /** A random key is deleted. */
    ALL_KEYS_RANDOM("allkeys-random"),
    /** Of the keys with a time to live, the one that was not used for longest is deleted. */
    VOLATILE_LRU("volatile-lru"),
    /** Of the keys with a time to live, the one that is used least often is deleted. */
    VOLATILE_LFU("volatile-lfu"),
    /** Of the keys with a time to live, a random one is deleted. */
    VOLATILE_RANDOM("volatile-random"),
    /** The key with the shortest time to live is deleted. */
    VOLATILE_TTL("volatile-ttl");

    private final String value;

    EvictionPolicy(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }
}
