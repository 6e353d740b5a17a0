package dev.berth.volumes.aws;

import dev.berth.value.InvalidValueException;
import dev.berth.volumes.format.NumberRange;
import java.util.Map;
import java.util.Objects;

/** A gp3 volume; created by {@link EbsVolumeType#gp3()}. */
public final class EbsGp3 extends EbsVolumeType {

    private static final int LOWEST_IOPS = 3000;
    private static final int HIGHEST_IOPS = 80_000;
    private static final int MOST_IOPS_PER_GIB = 500;
    private static final int LOWEST_THROUGHPUT = 125;
    private static final int HIGHEST_THROUGHPUT = 2000;
    private static final int IOPS_PER_MIB = 4;

    private final EbsIops iops;
    private final int throughput;

    EbsGp3(EbsIops iops, int throughput) {
        this.iops = iops;
        this.throughput = throughput;
        int known = iops.amount() == 0 ? LOWEST_IOPS : iops.amount();
        if (!iops.perGib() && throughput > known / IOPS_PER_MIB) {
            throw InvalidValueException.of(
                    "AwsEbs gp3 throughput",
                    throughput,
                    "EC2 provides at most 1 MiB/s for each " + IOPS_PER_MIB + " IOPS: set " + throughput * IOPS_PER_MIB
                            + " IOPS first");
        }
    }

    /**
     * Returns a copy with this number of IOPS.
     *
     * @param amount 3000 to 80000, and at most 500 for each GiB of the volume
     * @throws InvalidValueException if the number is out of range or the IOPS are already set
     */
    public EbsGp3 iops(int amount) {
        return new EbsGp3(iops.or(EbsIops.total("gp3", amount, LOWEST_IOPS, HIGHEST_IOPS)), throughput);
    }

    /**
     * Returns a copy with this number of IOPS for each GiB of the volume. A volume that would have fewer than 3000 IOPS
     * is not provisioned, unless {@link #allowAutoIopsPerGbIncrease()} is set.
     *
     * @param amount 1 to 500
     * @throws InvalidValueException if the number is out of range or the IOPS are already set
     */
    public EbsGp3 iopsPerGb(int amount) {
        return new EbsGp3(iops.or(EbsIops.perGib("gp3", amount, MOST_IOPS_PER_GIB)), throughput);
    }

    /**
     * Returns a copy in which a volume that is too small for 3000 IOPS gets 3000.
     *
     * @throws InvalidValueException if the IOPS are not set per GiB
     */
    public EbsGp3 allowAutoIopsPerGbIncrease() {
        return new EbsGp3(iops.raise(), throughput);
    }

    /**
     * Returns a copy with this throughput. Defaults to 125 MiB/s.
     *
     * @param mebibytesPerSecond 125 to 2000, and at most a quarter of the IOPS, which must be set first
     * @throws InvalidValueException if the number is out of range
     */
    public EbsGp3 throughput(int mebibytesPerSecond) {
        return new EbsGp3(
                iops,
                NumberRange.require(
                        "AwsEbs gp3 throughput", mebibytesPerSecond, LOWEST_THROUGHPUT, HIGHEST_THROUGHPUT));
    }

    @Override
    void addTo(Map<String, String> parameters) {
        parameters.put("type", "gp3");
        iops.addTo(parameters);
        if (throughput > 0) {
            parameters.put("throughput", Integer.toString(throughput));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EbsGp3 that && iops.equals(that.iops) && throughput == that.throughput;
    }

    @Override
    public int hashCode() {
        return Objects.hash(iops, throughput);
    }

    @Override
    public String toString() {
        return "gp3 " + iops + " " + throughput + " MiB/s";
    }
}
