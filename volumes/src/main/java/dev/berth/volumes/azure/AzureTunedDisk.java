package dev.berth.volumes.azure;

import dev.berth.value.InvalidValueException;
import dev.berth.volumes.format.NumberRange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** An Ultra or Premium v2 disk of Azure; made by the factories of {@link AzureDiskSku}. */
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
     * The same with so many IOPS.
     *
     * @throws InvalidValueException when the number is below 1; what a disk may have at the most depends on its size, and
     *     Azure checks it
     */
    public AzureTunedDisk iops(int amount) {
        return with("DiskIOPSReadWrite", NumberRange.requirePositive("AzureDisk iops", amount));
    }

    /**
     * The same with so much throughput.
     *
     * @throws InvalidValueException when the number is below 1; what a disk may have at the most depends on its IOPS, and
     *     Azure checks it
     */
    public AzureTunedDisk throughput(int megabytesPerSecond) {
        return with("DiskMBpsReadWrite", NumberRange.requirePositive("AzureDisk throughput", megabytesPerSecond));
    }

    /**
     * The same with sectors of so many bytes. Azure takes 4096.
     *
     * @throws InvalidValueException when the number is neither 512 nor 4096
     */
    public AzureTunedDisk sectorSize(int bytes) {
        if (bytes != 512 && bytes != 4096) {
            throw InvalidValueException.of("AzureDisk sectorSize", bytes, "must be 512 or 4096");
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
        // The driver's default is ReadOnly, which these disks do not take.
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
