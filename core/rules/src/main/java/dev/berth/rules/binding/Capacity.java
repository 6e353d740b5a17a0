package dev.berth.rules.binding;

import dev.berth.value.InvalidValueException;
import dev.berth.value.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The storage that a claim requests or a volume has. An absent amount counts as zero, as it does for the controller.
 *
 * @param text the amount as it is written
 * @param bytes the number of bytes
 */
record Capacity(String text, BigDecimal bytes) {

    private static final Capacity NONE = new Capacity("0", BigDecimal.ZERO);

    static Capacity of(@Nullable Map<String, io.fabric8.kubernetes.api.model.Quantity> resources) {
        io.fabric8.kubernetes.api.model.Quantity storage = resources == null ? null : resources.get("storage");
        if (storage == null) {
            return NONE;
        }
        try {
            return new Capacity(
                    storage.toString(), Quantity.of(storage.toString()).amount());
        } catch (InvalidValueException notAQuantity) {
            // The API server refuses such an object before any controller sees it.
            return NONE;
        }
    }

    boolean isLessThan(Capacity other) {
        return bytes.compareTo(other.bytes) < 0;
    }

    /** Compares whole bytes, rounded up, as the controller does for a volume that the claim names. */
    boolean isLessInWholeBytesThan(Capacity other) {
        return bytes.setScale(0, RoundingMode.CEILING).compareTo(other.bytes.setScale(0, RoundingMode.CEILING)) < 0;
    }
}
