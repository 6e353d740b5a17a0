package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A ConfigMap or Secret has different data, and its pods keep what they read on start. */
final class ConfigNotReloaded implements EffectRule {
    private static final Rule STALE =
            new Rule("config-not-reloaded", "makeEnvironmentVariables", "pkg/kubelet/kubelet_pods.go");
    private static final Rule REFRESHED =
            new Rule("config-refreshed", "collectData", "pkg/volume/configmap/configmap.go");
    private static final Set<String> DATA = Set.of("data", "binaryData");
    private static final Set<String> WITH_ROLLOUT = Set.of("StatefulSet", "Deployment", "DaemonSet");

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        String kind = change.kind();
        if (!change.isUpdate() || !(kind.equals("ConfigMap") || kind.equals("Secret"))) {
            return;
        }
        Set<PodTemplate> pods = trees.podsAfter()
                .reading(kind, change.id().namespace(), change.id().name());
        for (FieldChange field : change.changes()) {
            if (field.path().indexOf('[') > 0
                    && DATA.contains(field.path().substring(0, field.path().indexOf('[')))) {
                String key = field.path()
                        .substring(field.path().indexOf('[') + 1, field.path().length() - 1);
                if (field.to() != null || !ConfigGone.key(change.id(), key, field, pods, trees, outcome)) {
                    key(change.id(), key, field, pods, trees, outcome);
                }
            }
        }
    }

    private static void key(
            ObjectId config, String key, FieldChange field, Set<PodTemplate> pods, Trees trees, Outcome outcome) {
        Map<String, List<String>> stale = new LinkedHashMap<>();
        List<String> restarts = new ArrayList<>();
        List<String> refreshed = new ArrayList<>();
        List<ReloadContainer> reloaded = new ArrayList<>();
        for (PodTemplate template : pods) {
            List<ConfigReader> readers = ConfigReader.of(template).stream()
                    .filter(reader -> reader.kind().equals(config.kind())
                            && reader.name().equals(config.name())
                            && reader.reads(key))
                    .toList();
            List<String> ways = readers.stream()
                    .filter(reader -> !reader.refreshes())
                    .map(ConfigNotReloaded::way)
                    .distinct()
                    .toList();
            if (readers.isEmpty()) {
                continue;
            }
            String owner = template.owner().kind() + " " + template.owner().id().name();
            Optional<ReloadContainer> reloading = ReloadContainer.of(template, readers);
            if (isRolledOut(template, trees)) {
                restarts.add(owner);
            } else if (ways.isEmpty() && reloading.isPresent()) {
                reloaded.add(reloading.orElseThrow());
            } else if (ways.isEmpty()) {
                refreshed.add(owner);
            } else {
                stale.put(owner, ways);
            }
        }
        if (!stale.isEmpty()) {
            String readers = String.join(
                    "; ",
                    stale.entrySet().stream()
                            .map(entry -> entry.getKey() + " reads it " + String.join(" and ", entry.getValue()))
                            .toList());
            outcome.add(
                    Effect.IN_PLACE,
                    STALE,
                    field,
                    "No pod restarts, so none uses the new " + key + ": " + readers
                            + ". Those pods keep the old value until they are recreated, but a pod that fails in the"
                            + " meantime restarts with the new one.",
                    restart("Restart them after the change: ", pods)
                            + "Or add a hash of the content as an annotation of the pods, which restarts them on"
                            + " every change; restartTriggers does this in a declaration.");
        } else if (!refreshed.isEmpty()) {
            outcome.add(
                    Effect.IN_PLACE,
                    REFRESHED,
                    field,
                    "The file changes under " + Names.list(refreshed)
                            + " within a minute or two, without a restart. It depends on the process whether it"
                            + " reads the file again.",
                    restart("If it only reads the file on start, restart it a few minutes later: ", pods)
                            .strip());
        } else if (!reloaded.isEmpty()) {
            outcome.add(
                    Effect.IN_PLACE,
                    REFRESHED,
                    field,
                    "Within a minute or two, "
                            + Names.list(reloaded.stream()
                                    .map(ReloadContainer::effect)
                                    .toList())
                            + " makes the running server use it, without a restart.",
                    "Read a few minutes later what the server did not accept: "
                            + String.join(
                                    "; ",
                                    reloaded.stream().map(ReloadContainer::logs).toList()));
        } else if (!restarts.isEmpty()) {
            outcome.add(
                    Effect.IN_PLACE,
                    REFRESHED,
                    field,
                    Names.list(restarts) + " uses it after the restart that this change causes anyway.",
                    "");
        } else {
            outcome.add(
                    Effect.IN_PLACE,
                    STALE,
                    field,
                    "No pods of the tree read " + key
                            + ". Other pods that read it as environment variables or with subPath keep the old value"
                            + " until they are recreated.",
                    "");
        }
    }

    /** Returns the commands that restart its pods; empty if no controller would recreate them. */
    private static String restart(String when, Set<PodTemplate> pods) {
        List<String> commands = pods.stream()
                .map(PodTemplate::owner)
                .filter(owner -> WITH_ROLLOUT.contains(owner.kind()))
                .map(owner -> "kubectl rollout restart " + Names.argument(owner) + Names.namespace(owner))
                .toList();
        return commands.isEmpty() ? "" : when + String.join("; ", commands) + ". ";
    }

    static boolean isRolledOut(PodTemplate template, Trees trees) {
        JsonNode strategy = template.owner().at("spec", "updateStrategy");
        return WITH_ROLLOUT.contains(template.owner().kind())
                && trees.changes(template.owner().id(), template.path())
                && !trees.refuses(template.owner())
                && !strategy.path("type").asText().equals("OnDelete")
                && strategy.path("rollingUpdate").path("partition").asInt(0) == 0;
    }

    private static String way(ConfigReader reader) {
        return switch (reader.way()) {
            case ENVIRONMENT ->
                reader.variable().isEmpty() ? "as environment" : "as environment variable " + reader.variable();
            case SUB_PATH -> "as a file mounted with subPath";
            case FILE -> "as a file";
        };
    }
}
