package dev.berth.volumes.azure;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A Standard or Premium disk of Azure; made by the factories of {@link AzureDiskSku}. */
public final class AzureCachedDisk extends AzureDiskSku {

    private final String name;
    private final Optional<Caching> caching;

    AzureCachedDisk(String name) {
        this(name, Optional.empty());
    }

    private AzureCachedDisk(String name, Optional<Caching> caching) {
        this.name = name;
        this.caching = caching;
    }

    /** What the node's own cache holds of a disk. The driver's third mode, ReadWrite, is deprecated and left out. */
    public enum Caching {
        /** Nothing: for what is written more than read, such as a database's log. */
        NONE("None"),
        /** What was read; what the driver takes unless told. */
        READ_ONLY("ReadOnly");

        private final String value;

        Caching(String value) {
            this.value = value;
        }
    }

    /** The same with this host cache. */
    public AzureCachedDisk caching(Caching mode) {
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
