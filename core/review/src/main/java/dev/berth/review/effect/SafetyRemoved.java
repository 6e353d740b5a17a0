package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.Map;
import java.util.TreeMap;

/** A probe or a limit is removed from a container. */
final class SafetyRemoved implements TemplateRule {
    private static final Rule PROBE = new Rule("probe-removed", "ProbeContainer", "pkg/kubelet/prober/worker.go");
    private static final Rule LIMIT =
            new Rule("limit-removed", "applyPlatformSpecificContainerConfig", "pkg/kubelet/kuberuntime");
    private static final Map<String, String> PROBES = new TreeMap<>(Map.of(
            "livenessProbe", "a process that hangs is no longer restarted.",
            "readinessProbe",
                    "a pod becomes Ready as soon as its containers run: rollouts no longer wait for the application,"
                            + " and Services send traffic to it before it can respond.",
            "startupProbe", "the other probes start at once, and may kill a process that starts slowly."));

    @Override
    public void review(Transition change, PodTemplate before, PodTemplate after, Trees trees, Outcome outcome) {
        for (PodTemplate.Container old : before.containers()) {
            after.container(old.path()).ifPresent(now -> {
                PROBES.forEach((probe, effect) -> {
                    if (old.body().path(probe).isObject()
                            && !now.body().path(probe).isObject()) {
                        outcome.add(
                                Effect.RESTART,
                                PROBE,
                                new FieldChange(
                                        old.path() + "." + probe, old.body().path(probe), null),
                                "Container " + old.name() + " has no " + probe + " anymore: " + effect,
                                "Keep the probe, or state in the pull request what replaces it.");
                    }
                });
                limits(old, now, outcome);
            });
        }
    }

    private static void limits(PodTemplate.Container old, PodTemplate.Container now, Outcome outcome) {
        JsonNode limits = now.body().path("resources").path("limits");
        for (Map.Entry<String, JsonNode> limit :
                old.body().path("resources").path("limits").properties()) {
            if (!limits.has(limit.getKey())) {
                outcome.add(
                        Effect.RESTART,
                        LIMIT,
                        new FieldChange(
                                old.path() + ".resources.limits[" + limit.getKey() + "]", limit.getValue(), null),
                        "Container " + old.name() + " may use all " + limit.getKey()
                                + " of its node, at the expense of the other pods there.",
                        "Keep the limit, or state in the pull request why it is not needed.");
            }
        }
    }
}
