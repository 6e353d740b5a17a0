package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.berth.rules.kind.Kind;
import dev.berth.rules.kind.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pods that an object is or creates.
 *
 * @param owner the object: a workload, or a Pod itself
 * @param path the path of the template in the object; empty for a Pod
 * @param metadata the labels and annotations of the pods
 * @param spec the spec of the pods
 */
public record PodTemplate(TreeObject owner, String path, JsonNode metadata, JsonNode spec) {
    /** A container of the pods, and its path in the object. */
    public record Container(String path, JsonNode body) {
        /** Returns its name. */
        public String name() {
            return body.path("name").asText();
        }

        /** Returns its image without the tag and the digest. */
        public String repository() {
            String image = body.path("image").asText();
            String tagged = image.indexOf('@') < 0 ? image : image.substring(0, image.indexOf('@'));
            int tag = tagged.lastIndexOf(':');
            return tag > tagged.lastIndexOf('/') ? tagged.substring(0, tag) : tagged;
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

    /**
     * Returns the container of these pods that takes the place of a container of the earlier ones: the one with its name;
     * otherwise the only one with its image, or the only one.
     */
    public Optional<Container> counterpart(Container old, PodTemplate earlier) {
        List<Container> all = containers();
        Optional<Container> named = all.stream()
                .filter(container -> container.name().equals(old.name()))
                .findFirst();
        if (named.isPresent()) {
            return named;
        }
        List<Container> added = all.stream()
                .filter(container -> earlier.containers().stream()
                        .noneMatch(other -> other.name().equals(container.name())))
                .toList();
        List<Container> sameImage = added.stream()
                .filter(container -> container.repository().equals(old.repository()))
                .toList();
        if (sameImage.size() == 1) {
            return Optional.of(sameImage.get(0));
        }
        boolean only = earlier.spec().path("containers").size() == 1
                && spec.path("containers").size() == 1
                && !old.path().contains("initContainers");
        return only ? Optional.of(all.get(all.size() - 1)) : Optional.empty();
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
}
