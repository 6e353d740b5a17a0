package dev.berth.volumes.aws;

import java.util.Map;
import java.util.Objects;

/** An io1 or io2 volume; created by the factories of {@link EbsVolumeType}. */
public final class EbsProvisionedIops extends EbsVolumeType {

    private final String name;
    private final EbsIops iops;

    EbsProvisionedIops(String name, EbsIops iops) {
        this.name = name;
        this.iops = iops;
    }

    /**
     * Returns a copy in which a volume that is too small for the minimum IOPS of its type gets the minimum, at a higher
     * price. By default, such a volume is not provisioned.
     *
     * @throws dev.berth.value.InvalidValueException if the IOPS are not set per GiB
     */
    public EbsProvisionedIops allowAutoIopsPerGbIncrease() {
        return new EbsProvisionedIops(name, iops.raise());
    }

    @Override
    void addTo(Map<String, String> parameters) {
        parameters.put("type", name);
        iops.addTo(parameters);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EbsProvisionedIops that && name.equals(that.name) && iops.equals(that.iops);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, iops);
    }

    @Override
    public String toString() {
        return name + " " + iops;
    }
}
