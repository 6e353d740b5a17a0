package dev.berth.harness;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The StatefulSet controller: creates pods in order, and replaces pods with another template in the reverse order. */
record Controller(LocalCluster cluster, StatefulSet set) {

    static List<String> podNames(StatefulSet set) {
        StatefulSetSpec spec = set.getSpec();
        int first = spec.getOrdinals() == null ? 0 : spec.getOrdinals().getStart();
        List<String> names = new ArrayList<>();
        for (int ordinal = first; ordinal < first + spec.getReplicas(); ordinal++) {
            names.add(set.getMetadata().getName() + "-" + ordinal);
        }
        return names;
    }

    void reconcile() {
        boolean parallel = "Parallel".equals(set.getSpec().getPodManagementPolicy());
        PodTemplateSpec template = set.getSpec().getTemplate();
        List<String> names = podNames(set);
        for (String name : names) {
            if (isDeclared() && cluster.find(name).isEmpty()) {
                cluster.create(name, set, template);
                if (!parallel) {
                    awaitReady(name);
                }
            }
        }
        names.forEach(name -> awaitUnchanged(name, template));
        List<String> reversed = new ArrayList<>(names);
        Collections.reverse(reversed);
        for (String name : reversed) {
            if (isDeclared() && !cluster.find(name).orElseThrow().template().equals(template)) {
                cluster.stop(name);
                cluster.create(name, set, template);
                awaitReady(name);
            }
        }
    }

    /** Whether nobody has deleted the StatefulSet or applied another one. */
    private boolean isDeclared() {
        return cluster.objects()
                .find(StatefulSet.class, set.getMetadata().getName())
                .filter(set::equals)
                .isPresent();
    }

    private void awaitReady(String pod) {
        cluster.await(pod + " is ready", () -> cluster.isReady(pod) || !isDeclared());
    }

    /** A pod that will be replaced need not become ready before. */
    private void awaitUnchanged(String name, PodTemplateSpec template) {
        if (isDeclared() && cluster.find(name).orElseThrow().template().equals(template)) {
            awaitReady(name);
        }
    }
}
