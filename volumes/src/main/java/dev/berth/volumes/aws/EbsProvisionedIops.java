package dev.berth.volumes.aws;

import java.util.Map;
import java.util.Objects;

/** An io1 or io2 volume; made by the factories of {@link EbsVolumeType}. */
public final class EbsProvisionedIops extends EbsVolumeType {

    private final String name;
    private final EbsIops iops;

    EbsProvisionedIops(String name, EbsIops iops) {
        this.name = name;
        this.iops = iops;
    }

    /**
     * The same, where a volume too small for the lowest IOPS of its type gets those, and costs more. Unless said, no volume
     * is made for its claim.
     *
     * @throws dev.berth.value.InvalidValueException when the IOPS are not for each GiB
     */
    public EbsProvisionedIops raiseToMinimum() {
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
