package dev.berth.policy;

import dev.berth.value.Bytes;
import dev.berth.value.Cpu;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Quantity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amounts of CPU and memory. */
record ContainerAmounts(Map<String, Quantity> amounts) {

    static final ContainerAmounts NONE = new ContainerAmounts(Map.of());

    static ContainerAmounts of(Cpu cpu, Bytes memory) {
        Map<String, Quantity> amounts = new LinkedHashMap<>();
        amounts.put("cpu", cpu.quantity());
        amounts.put("memory", memory.quantity());
        return new ContainerAmounts(Collections.unmodifiableMap(amounts));
    }

    void requireNotAbove(String what, ContainerAmounts other, String than) {
        amounts.forEach((resource, amount) -> {
            Quantity most = other.amounts.get(resource);
            if (most != null && amount.compareTo(most) > 0) {
                throw InvalidValueException.of(
                        "LimitRangeItem " + what + "." + resource, amount, "must not be above " + than + ", " + most);
            }
        });
    }

    @Nullable Map<String, io.fabric8.kubernetes.api.model.Quantity> toModel() {
        if (amounts.isEmpty()) {
            return null;
        }
        Map<String, io.fabric8.kubernetes.api.model.Quantity> model = new LinkedHashMap<>();
        amounts.forEach((resource, amount) ->
                model.put(resource, new io.fabric8.kubernetes.api.model.Quantity(amount.toString())));
        return model;
    }
}
