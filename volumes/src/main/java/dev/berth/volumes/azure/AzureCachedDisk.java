package dev.berth.volumes.azure;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A Standard or Premium disk of Azure; created by the factories of {@link AzureDiskSku}. */
public final class AzureCachedDisk extends AzureDiskSku {

    private final String name;
    private final Optional<CachingMode> caching;

    AzureCachedDisk(String name) {
        this(name, Optional.empty());
    }

    private AzureCachedDisk(String name, Optional<CachingMode> caching) {
        this.name = name;
        this.caching = caching;
    }

    /** The host cache of a disk. The mode ReadWrite of the driver is deprecated and not supported here. */
    public enum CachingMode {
        /** No caching, for data that is written more than read, such as the log of a database. */
        NONE("None"),
        /** Caches reads. The default of the driver. */
        READ_ONLY("ReadOnly");

        private final String value;

        CachingMode(String value) {
            this.value = value;
        }
    }

    /** Returns a copy with this host cache. */
    public AzureCachedDisk cachingMode(CachingMode mode) {
        return new AzureCachedDisk(name, Optional.of(mode));
    }

    @Override
    void addTo(Map<String, String> parameters) {
        parameters.put("skuName", name);
        caching.ifPresent(mode -> parameters.put("cachingMode", mode.value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AzureCachedDisk that && name.equals(that.name) && caching.equals(that.caching);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, caching);
    }

    @Override
    public String toString() {
        return name;
    }
}
