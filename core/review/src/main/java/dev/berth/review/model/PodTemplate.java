package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.berth.rules.kind.Kind;
import dev.berth.rules.kind.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pods that an object is or creates.
 *
 * @param owner the object: a workload, or a Pod itself
 * @param path the path of the template in the object; empty for a Pod
 * @param metadata the labels and annotations of the pods
 * @param spec the spec of the pods
 */
public record PodTemplate(TreeObject owner, String path, JsonNode metadata, JsonNode spec) {
    private static final Set<String> SHORT_LIVED =
            Set.of("configMap", "downwardAPI", "emptyDir", "ephemeral", "gitRepo", "image", "projected", "secret");

    /** A container of the pods, and its path in the object. */
    public record Container(String path, JsonNode body) {
        /** Returns its name. */
        public String name() {
            return body.path("name").asText();
        }
    }

    /** Returns the pods of the object, with the server's defaults; empty if it has none. */
    public static Optional<PodTemplate> of(TreeObject owner) {
        return path(owner).map(path -> in(owner.effective(), path, owner));
    }

    /** Returns the pods of the object as its author wrote them, which is enough for names and labels. */
    public static Optional<PodTemplate> asWritten(TreeObject owner) {
        return path(owner).map(path -> in(owner.body(), path, owner));
    }

    private static Optional<String> path(TreeObject owner) {
        return Kinds.named(owner.kind()).filter(Kind::makesPods).flatMap(Kind::podTemplate);
    }

    private static PodTemplate in(JsonNode object, String path, TreeObject owner) {
        JsonNode template = object;
        if (!path.isEmpty()) {
            for (String step : path.split("\\.", -1)) {
                template = template.path(step);
            }
        }
        return new PodTemplate(owner, path, template.path("metadata"), template.path("spec"));
    }

    /** Returns the path of a field of the template in the object. */
    public String pathOf(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    /** Returns the containers, init containers first. */
    public List<Container> containers() {
        List<Container> all = new ArrayList<>();
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode container : spec.path(list)) {
                all.add(new Container(
                        pathOf("spec." + list) + "[" + container.path("name").asText() + "]", container));
            }
        }
        return all;
    }

    /** Returns the container at this path; empty if there is none. */
    public Optional<Container> container(String at) {
        return containers().stream()
                .filter(container -> container.path().equals(at))
                .findFirst();
    }

    /** Returns the volume with this name in the template; a missing node if there is none. */
    public JsonNode volume(String name) {
        for (JsonNode volume : spec.path("volumes")) {
            if (volume.path("name").asText().equals(name)) {
                return volume;
            }
        }
        return MissingNode.getInstance();
    }

    /** Returns whether the object creates a separate claim for each pod under this name. */
    public boolean isClaimTemplate(String name) {
        for (JsonNode template : owner.body().path("spec").path("volumeClaimTemplates")) {
            if (template.path("metadata").path("name").asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the data of the volume survives the pod. */
    public boolean isPersistent(String name) {
        if (isClaimTemplate(name)) {
            return true;
        }
        JsonNode volume = volume(name);
        for (Map.Entry<String, JsonNode> field : volume.properties()) {
            if (!field.getKey().equals("name")) {
                return !SHORT_LIVED.contains(field.getKey());
            }
        }
        return false;
    }

    /** Returns whether the container writes to a volume that survives the pod. */
    public boolean keepsData(Container container) {
        for (JsonNode mount : container.body().path("volumeMounts")) {
            if (isPersistent(mount.path("name").asText())) {
                return true;
            }
        }
        return false;
    }
}
