package dev.berth.review.effect;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;

/** A Namespace is deleted with everything in it, or enforces a stricter level on its pods. */
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
                    "Everything in the namespace is deleted: workloads, Secrets and claims, and with the claims"
                            + " every volume with reclaim policy Delete. This includes objects that are in no"
                            + " manifest.",
                    "Set the volumes to Retain first, and check what else is there:"
                            + " kubectl get all,pvc,secret,configmap --namespace '"
                            + change.id().name() + "'.");
        }
        change.change(ENFORCE)
                .filter(field -> field.to() != null && !field.to().asText().equals("privileged"))
                .ifPresent(field -> outcome.add(
                        Effect.IN_PLACE,
                        SECURITY,
                        field,
                        "Running pods stay. A pod that does not meet the new level is refused when it is"
                                + " recreated, so a workload loses its pods one by one.",
                        "Try it with a dry run first: label the namespace with --dry-run=server and read the"
                                + " warnings."));
    }
}
