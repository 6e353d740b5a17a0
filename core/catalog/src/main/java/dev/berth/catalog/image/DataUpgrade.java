package dev.berth.catalog.image;

/** What a server does with a data directory that another release line of the same product wrote. */
public enum DataUpgrade {
    /** It refuses to start, whether the data is older or newer. */
    REFUSED,
    /** It rewrites older data when it starts, and then no older line reads the data. It refuses newer data. */
    ONE_WAY,
    /** The catalog does not say. */
    UNKNOWN
}
