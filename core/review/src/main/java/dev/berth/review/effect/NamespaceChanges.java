package dev.berth.review.effect;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;

/** A Namespace goes with all that is in it, or asks more of its pods. */
final class NamespaceChanges implements EffectRule {
    private static final Rule GONE = new Rule(
            "namespace-gone", "deleteAllContent", "pkg/controller/namespace/deletion/namespaced_resources_deleter.go");
    private static final Rule SECURITY = new Rule(
            "namespace-pod-security",
            "ValidateNamespace",
            "staging/src/k8s.io/pod-security-admission/admission/admission.go");
    private static final String ENFORCE = "metadata.labels[pod-security.kubernetes.io/enforce]";

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        if (!change.kind().equals("Namespace")) {
            return;
        }
        if (change.isDeletion()) {
            outcome.add(
                    Effect.DATA_LOSS,
                    GONE,
                    "Everything in the namespace is deleted: workloads, Secrets and claims, and with the claims every"
                            + " volume whose reclaim policy is Delete. What is in no manifest goes as well.",
                    "Set the volumes to Retain first, and look at what else lives there:"
                            + " kubectl get all,pvc,secret,configmap --namespace '"
                            + change.id().name() + "'.");
        }
        change.change(ENFORCE)
                .filter(field -> field.to() != null && !field.to().asText().equals("privileged"))
                .ifPresent(
                        field -> outcome.add(
                                Effect.IN_PLACE,
                                SECURITY,
                                field,
                                "Pods that run stay. A pod that does not keep to the new level is refused when it is made anew, so"
                                        + " a workload loses its pods one by one.",
                                "Try it without effect first: label the namespace with --dry-run=server and read the warnings."));
    }
}
