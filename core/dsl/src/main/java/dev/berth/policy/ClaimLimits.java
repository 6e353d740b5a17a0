package dev.berth.policy;

import dev.berth.value.Bytes;
import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.LimitRangeItemBuilder;
import io.fabric8.kubernetes.api.model.Quantity;

/**
 * What each claim of a namespace may request. Created by {@link LimitRangeItem#claims}.
 *
 * @param min the smallest size
 * @param max the largest size
 */
public record ClaimLimits(Bytes min, Bytes max) implements LimitRangeItem {

    /**
     * Creates an item.
     *
     * @throws InvalidValueException if the smallest size is above the largest
     */
    public ClaimLimits {
        if (min.compareTo(max) > 0) {
            throw InvalidValueException.of("LimitRangeItem min.storage", min, "must not be above max, " + max);
        }
    }

    @Override
    public io.fabric8.kubernetes.api.model.LimitRangeItem toModel() {
        return new LimitRangeItemBuilder()
                .withType("PersistentVolumeClaim")
                .addToMin("storage", new Quantity(min.toString()))
                .addToMax("storage", new Quantity(max.toString()))
                .build();
    }
}
