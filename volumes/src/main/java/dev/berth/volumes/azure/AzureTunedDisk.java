package dev.berth.volumes.azure;

import dev.berth.value.InvalidValueException;
import dev.berth.volumes.format.NumberRange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** An Ultra or Premium v2 disk of Azure; created by the factories of {@link AzureDiskSku}. */
public final class AzureTunedDisk extends AzureDiskSku {

    private final String name;
    private final Map<String, String> tuning;

    AzureTunedDisk(String name) {
        this(name, Map.of());
    }

    private AzureTunedDisk(String name, Map<String, String> tuning) {
        this.name = name;
        this.tuning = Collections.unmodifiableMap(tuning);
    }

    /**
     * Returns a copy with this number of IOPS.
     *
     * @throws InvalidValueException if the number is below 1. The maximum depends on the size of the disk, and Azure
     *     checks it
     */
    public AzureTunedDisk diskIopsReadWrite(int amount) {
        return with("DiskIOPSReadWrite", NumberRange.requirePositive("AzureDisk DiskIOPSReadWrite", amount));
    }

    /**
     * Returns a copy with this throughput.
     *
     * @throws InvalidValueException if the number is below 1. The maximum depends on the IOPS of the disk, and Azure
     *     checks it
     */
    public AzureTunedDisk diskMbpsReadWrite(int megabytesPerSecond) {
        return with(
                "DiskMBpsReadWrite", NumberRange.requirePositive("AzureDisk DiskMBpsReadWrite", megabytesPerSecond));
    }

    /**
     * Returns a copy with this sector size in bytes. Defaults to 4096.
     *
     * @throws InvalidValueException if the number is neither 512 nor 4096
     */
    public AzureTunedDisk logicalSectorSize(int bytes) {
        if (bytes != 512 && bytes != 4096) {
            throw InvalidValueException.of("AzureDisk LogicalSectorSize", bytes, "must be 512 or 4096");
        }
        return with("LogicalSectorSize", bytes);
    }

    private AzureTunedDisk with(String key, int value) {
        Map<String, String> extended = new LinkedHashMap<>(tuning);
        extended.put(key, Integer.toString(value));
        return new AzureTunedDisk(name, extended);
    }

    @Override
    void addTo(Map<String, String> parameters) {
        parameters.put("skuName", name);
        // The driver defaults to ReadOnly, which these disks do not support.
        parameters.put("cachingMode", "None");
        parameters.putAll(tuning);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AzureTunedDisk that && name.equals(that.name) && tuning.equals(that.tuning);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, tuning);
    }

    @Override
    public String toString() {
        return name + tuning;
    }
}
