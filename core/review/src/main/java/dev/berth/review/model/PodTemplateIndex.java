package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.object.ControllerLabels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pods of a tree, by their labels and by what they read. */
public final class PodTemplateIndex {
    private final Map<String, List<PodTemplate>> byLabel = new HashMap<>();
    private final Map<String, List<PodTemplate>> sets = new HashMap<>();
    private final Map<String, Set<PodTemplate>> byReference = new LinkedHashMap<>();

    PodTemplateIndex(ObjectTree tree) {
        for (TreeObject object : tree.objects()) {
            PodTemplate.asWritten(object).ifPresent(this::add);
        }
    }

    /** Returns the pods of the namespace with all of these labels; none if there are no labels. */
    public List<PodTemplate> selected(String namespace, JsonNode labels) {
        List<PodTemplate> smallest = List.of();
        boolean first = true;
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            List<PodTemplate> with = ControllerLabels.has(label.getKey())
                    ? sets.getOrDefault(namespace, List.of())
                    : byLabel.getOrDefault(label(namespace, label), List.of());
            if (first || with.size() < smallest.size()) {
                smallest = with;
                first = false;
            }
        }
        return smallest.stream().filter(pods -> hasAll(pods, labels)).toList();
    }

    /** Returns the pods of the namespace that read this ConfigMap or Secret. */
    public Set<PodTemplate> reading(String kind, String namespace, String name) {
        return byReference.getOrDefault(reference(kind, namespace, name), Set.of());
    }

    /** Returns the pods of the namespace that mount this claim, by its name or by a claim template. */
    public Set<PodTemplate> mounting(String namespace, String claim) {
        Set<PodTemplate> pods = new LinkedHashSet<>(
                byReference.getOrDefault(reference("PersistentVolumeClaim", namespace, claim), Set.of()));
        for (PodTemplate set : sets.getOrDefault(namespace, List.of())) {
            if (new SetClaims(set.owner()).contains(claim)) {
                pods.add(set);
            }
        }
        return pods;
    }

    private static boolean hasAll(PodTemplate pods, JsonNode labels) {
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            boolean has = ControllerLabels.has(label.getKey())
                    ? hasFromController(
                            pods.owner(), label.getKey(), label.getValue().asText())
                    : label.getValue().equals(pods.metadata().path("labels").path(label.getKey()));
            if (!has) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasFromController(TreeObject owner, String label, String value) {
        JsonNode spec = owner.body().path("spec");
        return owner.kind().equals("StatefulSet")
                && new ControllerLabels(
                                owner.id().name(),
                                spec.path("ordinals").path("start").asLong(0),
                                spec.path("replicas").asLong(1))
                        .match(Map.of(label, value));
    }

    private void add(PodTemplate pods) {
        String namespace = pods.owner().id().namespace();
        if (pods.owner().kind().equals("StatefulSet")) {
            sets.computeIfAbsent(namespace, key -> new ArrayList<>()).add(pods);
        }
        for (Map.Entry<String, JsonNode> label : pods.metadata().path("labels").properties()) {
            byLabel.computeIfAbsent(label(namespace, label), key -> new ArrayList<>())
                    .add(pods);
        }
        for (ConfigReader reader : ConfigReader.of(pods)) {
            refer(reference(reader.kind(), namespace, reader.name()), pods);
        }
        for (JsonNode volume : pods.spec().path("volumes")) {
            JsonNode claim = volume.path("persistentVolumeClaim").path("claimName");
            if (claim.isTextual()) {
                refer(reference("PersistentVolumeClaim", namespace, claim.asText()), pods);
            }
        }
    }

    private void refer(String reference, PodTemplate pods) {
        byReference.computeIfAbsent(reference, key -> new LinkedHashSet<>()).add(pods);
    }

    private static String label(String namespace, Map.Entry<String, JsonNode> label) {
        return namespace + "/" + label.getKey() + "=" + label.getValue().asText();
    }

    private static String reference(String kind, String namespace, String name) {
        return kind + "/" + namespace + "/" + name;
    }
}
