package dev.berth.volumes.aws;

import dev.berth.value.InvalidValueException;
import dev.berth.volumes.format.NumberRange;
import java.util.Map;

/**
 * The IOPS of an EBS volume.
 *
 * @param amount the number, or 0 if it is not set
 * @param perGib whether the number is per GiB
 * @param raised whether the driver may raise it to the minimum of the volume type
 */
record EbsIops(int amount, boolean perGib, boolean raised) {

    static EbsIops none() {
        return new EbsIops(0, false, false);
    }

    static EbsIops total(String type, int amount, int lowest, int highest) {
        return new EbsIops(NumberRange.require("AwsEbs " + type + " iops", amount, lowest, highest), false, false);
    }

    static EbsIops perGib(String type, int amount, int highest) {
        return new EbsIops(NumberRange.require("AwsEbs " + type + " iopsPerGB", amount, 1, highest), true, false);
    }

    /** Returns the given IOPS if none are set yet. */
    EbsIops or(EbsIops given) {
        if (amount > 0) {
            throw new InvalidValueException(
                    "AwsEbs gp3 iops: Forbidden: they are already set: set either a number for the volume or one for each GiB");
        }
        return given;
    }

    EbsIops raise() {
        if (!perGib) {
            throw new InvalidValueException(
                    "AwsEbs allowAutoIOPSPerGBIncrease: Forbidden: only IOPS for each GiB can be raised: set iopsPerGb");
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
