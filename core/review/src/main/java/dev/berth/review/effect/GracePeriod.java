package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;

/** Pods get no time for a clean shutdown. */
final class GracePeriod implements TemplateRule {
    private static final Rule RULE =
            new Rule("grace-period-zero", "BeforeDelete", "staging/src/k8s.io/apiserver/pkg/registry/rest/delete.go");

    @Override
    public void review(Transition change, PodTemplate before, PodTemplate after, Trees trees, Outcome outcome) {
        JsonNode now = after.spec().path("terminationGracePeriodSeconds");
        if (now.isNumber() && now.asLong() == 0) {
            change.change(before.pathOf("spec.terminationGracePeriodSeconds"))
                    .ifPresent(field -> outcome.add(
                            Effect.DATA_LOSS,
                            RULE,
                            field,
                            "Pods are killed at once: unwritten data is lost, and a second pod with the same name"
                                    + " may start while the first one still runs.",
                            "Give the process enough time for a clean shutdown."));
        }
    }
}
