package dev.berth.lint.scheduling;

import dev.berth.lint.rule.PodOwner;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A term of the affinity or anti-affinity of a pod.
 *
 * @param path the field path of the term
 * @param term the term
 */
record AffinityTerm(String path, PodAffinityTerm term) {

    /** Returns the terms of the affinity to pods. */
    static List<AffinityTerm> ofAffinity(PodOwner workload) {
        Affinity affinity = workload.pod().spec().getAffinity();
        return affinity == null || affinity.getPodAffinity() == null
                ? List.of()
                : terms(
                        workload.pod().specPath() + ".affinity.podAffinity",
                        affinity.getPodAffinity().getRequiredDuringSchedulingIgnoredDuringExecution(),
                        affinity.getPodAffinity().getPreferredDuringSchedulingIgnoredDuringExecution());
    }

    /** Returns the terms of the anti-affinity. */
    static List<AffinityTerm> ofAntiAffinity(PodOwner workload) {
        Affinity affinity = workload.pod().spec().getAffinity();
        return affinity == null || affinity.getPodAntiAffinity() == null
                ? List.of()
                : terms(
                        workload.pod().specPath() + ".affinity.podAntiAffinity",
                        affinity.getPodAntiAffinity().getRequiredDuringSchedulingIgnoredDuringExecution(),
                        affinity.getPodAntiAffinity().getPreferredDuringSchedulingIgnoredDuringExecution());
    }

    private static List<AffinityTerm> terms(
            String path, @Nullable List<PodAffinityTerm> required, @Nullable List<WeightedPodAffinityTerm> preferred) {
        List<AffinityTerm> found = new ArrayList<>();
        List<PodAffinityTerm> hard = PodOwner.orEmpty(required);
        for (int i = 0; i < hard.size(); i++) {
            if (hard.get(i) != null) {
                found.add(new AffinityTerm(
                        path + ".requiredDuringSchedulingIgnoredDuringExecution[" + i + "]", hard.get(i)));
            }
        }
        List<WeightedPodAffinityTerm> soft = PodOwner.orEmpty(preferred);
        for (int i = 0; i < soft.size(); i++) {
            if (soft.get(i) != null && soft.get(i).getPodAffinityTerm() != null) {
                found.add(new AffinityTerm(
                        path + ".preferredDuringSchedulingIgnoredDuringExecution[" + i + "].podAffinityTerm",
                        soft.get(i).getPodAffinityTerm()));
            }
        }
        return found;
    }
}
