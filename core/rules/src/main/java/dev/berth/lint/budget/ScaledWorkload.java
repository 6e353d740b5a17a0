package dev.berth.lint.budget;

import dev.berth.lint.rule.ObjectSet;
import dev.berth.object.Reference;
import dev.berth.object.References;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.stream.Stream;

/**
 * An autoscaler and the workload of the set that it scales.
 *
 * @param autoscaler the HorizontalPodAutoscaler, of either version
 * @param workload the nearest object that it names
 */
record ScaledWorkload(HasMetadata autoscaler, HasMetadata workload) {

    /** Returns those of the judged autoscalers whose workload is in the set. */
    static List<ScaledWorkload> all(ObjectSet set) {
        return set.objects().stream()
                .filter(object -> "HorizontalPodAutoscaler".equals(object.getKind()))
                .flatMap(
                        autoscaler -> References.of(autoscaler).stream().flatMap(target -> of(set, autoscaler, target)))
                .toList();
    }

    private static Stream<ScaledWorkload> of(ObjectSet set, HasMetadata autoscaler, Reference target) {
        return set.candidates(autoscaler, target.kind(), ObjectSet.namespace(autoscaler), target.name()).stream()
                .limit(1)
                .map(workload -> new ScaledWorkload(autoscaler, workload));
    }
}
