package dev.berth.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The controller of a workload: creates pods in order, and replaces pods with another template in the reverse order. */
record Controller(LocalCluster cluster, Workload workload) {

    void reconcile() {
        List<String> names = workload.podNames();
        for (String name : names) {
            if (isDeclared() && cluster.find(name).isEmpty()) {
                cluster.create(name, workload.template(), workload.claims());
                if (!workload.parallel()) {
                    awaitReady(name);
                }
            }
        }
        names.forEach(this::awaitUnchanged);
        List<String> reversed = new ArrayList<>(names);
        Collections.reverse(reversed);
        for (String name : reversed) {
            if (isDeclared() && !isCurrent(name)) {
                cluster.stop(name);
                cluster.create(name, workload.template(), workload.claims());
                awaitReady(name);
            }
        }
    }

    /** Whether nobody has deleted the workload or applied another one. */
    private boolean isDeclared() {
        return cluster.objects().contains(workload.declared());
    }

    private void awaitReady(String pod) {
        cluster.await(pod + " is ready", () -> cluster.isReady(pod) || !isDeclared());
    }

    /** A pod that will be replaced need not become ready before. */
    private void awaitUnchanged(String name) {
        if (isDeclared() && isCurrent(name)) {
            awaitReady(name);
        }
    }

    private boolean isCurrent(String name) {
        return cluster.find(name).orElseThrow().template().equals(workload.template());
    }
}
