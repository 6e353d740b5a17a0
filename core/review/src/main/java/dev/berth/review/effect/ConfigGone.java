package dev.berth.review.effect;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.object.ObjectId;
import dev.berth.review.model.ConfigReader;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A ConfigMap, a Secret or one of its keys is removed, and pods that refer to it no longer start. */
final class ConfigGone implements EffectRule {
    private static final Rule GONE = new Rule("config-gone", "makeEnvironmentVariables", "pkg/kubelet/kubelet_pods.go");
    private static final Rule KEY_GONE =
            new Rule("config-key-gone", "makeEnvironmentVariables", "pkg/kubelet/kubelet_pods.go");
    private static final String KEEP =
            "Remove the reference from the pods first and wait for the rollout; restarting them before that makes them"
                    + " fail.";

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        if (!change.isDeletion() || !Set.of("ConfigMap", "Secret").contains(change.kind())) {
            return;
        }
        List<String> broken = new ArrayList<>();
        for (PodTemplate pods : readers(change.id(), trees)) {
            Set<String> ways = new LinkedHashSet<>();
            for (ConfigReader reader : ConfigReader.of(pods)) {
                if (isOf(reader, change.id()) && !reader.optional()) {
                    ways.add(failure(reader));
                }
            }
            if (!ways.isEmpty()) {
                broken.add(name(pods) + " " + String.join(" and ", ways));
            }
        }
        if (!broken.isEmpty()) {
            outcome.add(
                    Effect.DELETED,
                    GONE,
                    "Running pods continue, but none starts again once it is deleted: " + String.join("; ", broken)
                            + ".",
                    KEEP);
        }
    }

    /** Adds a finding if pods do not start without the key, and returns whether they do not. */
    static boolean key(
            ObjectId config, String key, FieldChange field, Set<PodTemplate> pods, Trees trees, Outcome outcome) {
        List<String> broken = new ArrayList<>();
        boolean restarts = false;
        for (PodTemplate template : pods) {
            Set<String> ways = new LinkedHashSet<>();
            for (ConfigReader reader : ConfigReader.of(template)) {
                if (isOf(reader, config) && reader.needs(key)) {
                    ways.add(failure(reader));
                }
            }
            if (!ways.isEmpty()) {
                broken.add(name(template) + " " + String.join(" and ", ways));
                restarts |= ConfigNotReloaded.isRolledOut(template, trees);
            }
        }
        if (broken.isEmpty()) {
            return false;
        }
        outcome.add(
                restarts ? Effect.RESTART : Effect.IN_PLACE,
                KEY_GONE,
                field,
                (restarts
                                ? "The pods that this change restarts do not start without " + key + ": "
                                : "Running pods continue, but none starts again without " + key + ": ")
                        + String.join("; ", broken) + ".",
                KEEP);
        return true;
    }

    private static Set<PodTemplate> readers(ObjectId config, Trees trees) {
        return trees.podsAfter().reading(config.kind(), config.namespace(), config.name());
    }

    private static boolean isOf(ConfigReader reader, ObjectId config) {
        return reader.kind().equals(config.kind()) && reader.name().equals(config.name());
    }

    private static String name(PodTemplate pods) {
        return pods.owner().kind() + " " + pods.owner().id().name();
    }

    private static String failure(ConfigReader reader) {
        return switch (reader.way()) {
            case ENVIRONMENT ->
                (reader.variable().isEmpty()
                                ? "reads it as environment"
                                : "reads it as environment variable " + reader.variable())
                        + " (CreateContainerConfigError)";
            case SUB_PATH, FILE -> "mounts it (FailedMount)";
        };
    }
}
