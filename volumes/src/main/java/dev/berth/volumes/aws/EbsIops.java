package dev.berth.volumes.aws;

import dev.berth.value.InvalidValueException;
import dev.berth.volumes.format.NumberRange;
import java.util.Map;

/**
 * The IOPS of an EBS volume.
 *
 * @param amount how many, or 0 where nothing is said
 * @param perGib whether so many for each GiB
 * @param raised whether the driver may raise them to the lowest number that the type takes
 */
record EbsIops(int amount, boolean perGib, boolean raised) {

    static EbsIops none() {
        return new EbsIops(0, false, false);
    }

    static EbsIops total(String type, int amount, int lowest, int highest) {
        return new EbsIops(NumberRange.require("AwsEbs " + type + " iops", amount, lowest, highest), false, false);
    }

    static EbsIops perGib(String type, int amount, int highest) {
        return new EbsIops(NumberRange.require("AwsEbs " + type + " iopsPerGib", amount, 1, highest), true, false);
    }

    /** The given ones, where none have been given yet. */
    EbsIops or(EbsIops given) {
        if (amount > 0) {
            throw new InvalidValueException(
                    "AwsEbs gp3 iops: Forbidden: they are given already: give a number for the volume, or one for each GiB");
        }
        return given;
    }

    EbsIops raise() {
        if (!perGib) {
            throw new InvalidValueException(
                    "AwsEbs allowAutoIOPSPerGBIncrease: Forbidden: only IOPS for each GiB are raised: give iopsPerGib");
        }
        return new EbsIops(amount, true, true);
    }

    void addTo(Map<String, String> parameters) {
        if (amount > 0) {
            parameters.put(perGib ? "iopsPerGB" : "iops", Integer.toString(amount));
        }
        if (raised) {
            parameters.put("allowAutoIOPSPerGBIncrease", "true");
        }
    }
}
