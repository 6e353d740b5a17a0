package dev.berth.lint.driver;

import dev.berth.value.InvalidValueException;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The storage request of a claim. */
final class StorageRequest {

    private StorageRequest() {}

    /** Returns the amount in bytes; zero if there is no request or it is not a quantity. */
    static BigDecimal of(PersistentVolumeClaimSpec spec) {
        return bytes(text(spec));
    }

    /** Returns the amount as it is written; empty if there is no request. */
    static String text(PersistentVolumeClaimSpec spec) {
        return spec.getResources() == null ? "" : text(spec.getResources().getRequests(), "storage");
    }

    static String text(@Nullable Map<String, Quantity> resources, String key) {
        Quantity quantity = resources == null ? null : resources.get(key);
        return quantity == null ? "" : quantity.toString();
    }

    static BigDecimal bytes(String text) {
        try {
            return text.isEmpty()
                    ? BigDecimal.ZERO
                    : dev.berth.value.Quantity.of(text).amount();
        } catch (InvalidValueException refusedByTheServer) {
            return BigDecimal.ZERO;
        }
    }
}
