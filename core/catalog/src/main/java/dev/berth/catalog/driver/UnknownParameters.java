package dev.berth.catalog.driver;

/** What a driver does with a parameter that it does not know. */
public enum UnknownParameters {
    /** It refuses to provision a volume. */
    REFUSED,
    /** It provisions a volume as if the parameter were not there. */
    IGNORED,
    /** The catalog does not say. */
    UNKNOWN
}
