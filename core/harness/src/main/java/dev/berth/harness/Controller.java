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
            if (cluster.find(name).isEmpty()) {
                cluster.create(name, set, template);
                if (!parallel) {
                    cluster.awaitReady(name);
                }
            }
        }
        names.forEach(name -> awaitUnchanged(name, template));
        List<String> reversed = new ArrayList<>(names);
        Collections.reverse(reversed);
        for (String name : reversed) {
            if (!cluster.find(name).orElseThrow().template().equals(template)) {
                cluster.stop(name);
                cluster.create(name, set, template);
                cluster.awaitReady(name);
            }
        }
    }

    /** A pod that will be replaced need not become ready before. */
    private void awaitUnchanged(String name, PodTemplateSpec template) {
        if (cluster.find(name).orElseThrow().template().equals(template)) {
            cluster.awaitReady(name);
        }
    }
}
