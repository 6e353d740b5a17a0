package dev.berth.lint.service;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Service;
import java.util.regex.Pattern;

/** Pods that look up each other by name before they are ready, through a Service that only publishes ready ones. */
final class PeersNotReady extends ServiceRule {

    PeersNotReady() {
        super(
                Level.WARNING,
                new Rule(
                        "headless-hides-starting-peers",
                        "ShouldPodBeInEndpoints",
                        "staging/src/k8s.io/endpointslice/util/controller_utils.go"),
                "A pod that only becomes ready once it has found its peers never finds them.",
                "Set publishNotReadyAddresses: true on the Service.");
    }

    @Override
    void check(ObjectSet set, Service service, LintReport report) {
        if (Boolean.TRUE.equals(service.getSpec().getPublishNotReadyAddresses())) {
            return;
        }
        for (PodOwner workload : set.pods().governedBy(service)) {
            if (workload.replicas() > 1 && namesPeers(workload, ObjectSet.name(service))) {
                report.invalid(
                        this,
                        service,
                        "spec.publishNotReadyAddresses",
                        "The pods of " + workload.object().getKind() + " \"" + ObjectSet.name(workload.object())
                                + "\" have a readiness probe and refer to each other.");
            }
        }
    }

    /** Returns whether a container with a readiness probe names a peer: {@code db-0.db-headless}. */
    private static boolean namesPeers(PodOwner workload, String service) {
        for (TemplatedPod.Place place : workload.containers()) {
            if (place.container().getReadinessProbe() != null
                    && PodNames.texts(place.container())
                            .anyMatch(text -> text.contains("." + service) && namesPeer(text, workload, service))) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesPeer(String text, PodOwner workload, String service) {
        return Pattern.compile(
                        "\\b" + Pattern.quote(ObjectSet.name(workload.object())) + "-\\d+\\." + Pattern.quote(service))
                .matcher(text)
                .find();
    }
}
