package dev.berth.harness;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a StatefulSet or a Deployment says about its pods. The pods of a Deployment have numbers here instead of random
 * names, so that a test can name them.
 *
 * @param declared the object itself
 * @param podNames the names of the pods
 * @param parallel whether pods start without waiting for each other
 * @param template what the pods consist of
 * @param claims the templates of their claims
 */
record Workload(
        HasMetadata declared,
        List<String> podNames,
        boolean parallel,
        PodTemplateSpec template,
        List<PersistentVolumeClaim> claims) {

    static List<Workload> in(RenderedObjects objects) {
        return Stream.concat(
                        objects.all(StatefulSet.class).stream().map(Workload::of),
                        objects.all(Deployment.class).stream().map(Workload::of))
                .toList();
    }

    static Workload of(StatefulSet set) {
        var spec = set.getSpec();
        int first = spec.getOrdinals() == null ? 0 : spec.getOrdinals().getStart();
        return new Workload(
                set,
                names(set.getMetadata().getName(), first, spec.getReplicas()),
                "Parallel".equals(spec.getPodManagementPolicy()),
                spec.getTemplate(),
                spec.getVolumeClaimTemplates());
    }

    private static Workload of(Deployment deployment) {
        var spec = deployment.getSpec();
        return new Workload(
                deployment,
                names(deployment.getMetadata().getName(), 0, spec.getReplicas()),
                true,
                spec.getTemplate(),
                List.of());
    }

    private static List<String> names(String prefix, int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> prefix + "-" + number)
                .toList();
    }
}
