package dev.berth.rules.defaults;

import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code SetDefaults_LimitRangeItem} in {@code pkg/apis/core/v1/defaults.go}, and {@code PrepareForCreate} in {@code
 * pkg/registry/core/limitrange/strategy.go}.
 */
public final class LimitRangeDefaults {
    private LimitRangeDefaults() {}

    /** A new limit range without a name gets a random one; any stands for it here. */
    public static void newLimitRange(LimitRange range) {
        if (range.getMetadata() == null) {
            range.setMetadata(new ObjectMeta());
        }
        ObjectMeta meta = range.getMetadata();
        if (Zero.isEmpty(meta.getName()) && Zero.isEmpty(meta.getGenerateName())) {
            meta.setName("00000000-0000-0000-0000-000000000000");
        }
        limitRange(range);
    }

    /** For containers, the limit defaults to the maximum, and the request to the limit, or else to the minimum. */
    public static void limitRange(LimitRange range) {
        List<LimitRangeItem> items =
                range.getSpec() == null ? List.of() : Zero.list(range.getSpec().getLimits());
        for (LimitRangeItem item : items) {
            if ("Container".equals(item.getType())) {
                Map<String, Quantity> limits = new LinkedHashMap<>(Zero.map(item.getDefault()));
                Zero.map(item.getMax()).forEach(limits::putIfAbsent);
                Map<String, Quantity> requests = new LinkedHashMap<>(Zero.map(item.getDefaultRequest()));
                limits.forEach(requests::putIfAbsent);
                Zero.map(item.getMin()).forEach(requests::putIfAbsent);
                item.setDefault(limits);
                item.setDefaultRequest(requests);
            }
        }
    }
}
