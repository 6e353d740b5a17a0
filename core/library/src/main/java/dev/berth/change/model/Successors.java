package dev.berth.change.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The new objects of a tree by what they look like, to tell a rename from an end.
 *
 * <p>A new object of the same kind and name in another namespace, or of the same kind, namespace and make in under
 * another name, is taken for the successor. It is a guess that only words depend on.
 */
final class Successors {
    private final Map<String, TreeObject> created = new HashMap<>();

    Successors(ObjectTree before, ObjectTree after) {
        for (TreeObject object : after.objects()) {
            if (before.find(object.id()).isEmpty()) {
                created.putIfAbsent(moved(object), object);
                created.putIfAbsent(renamed(object), object);
            }
        }
    }

    Optional<TreeObject> of(TreeObject gone) {
        TreeObject renamed = created.get(renamed(gone));
        return Optional.ofNullable(renamed != null ? renamed : created.get(moved(gone)));
    }

    private static String moved(TreeObject object) {
        return "name " + object.kind() + "/" + object.id().name();
    }

    private static String renamed(TreeObject object) {
        StringBuilder make = new StringBuilder("make ")
                .append(object.kind())
                .append('/')
                .append(object.id().namespace());
        PodTemplate.asWritten(object)
                .ifPresentOrElse(
                        pods -> make.append(makeOf(pods)),
                        () -> make.append(object.body().path("spec")));
        return make.toString();
    }

    private static String makeOf(PodTemplate pods) {
        TreeSet<String> parts = new TreeSet<>();
        for (PodTemplate.Container container : pods.containers()) {
            parts.add(container.name() + "="
                    + repository(container.body().path("image").asText()));
        }
        for (JsonNode template : pods.owner().body().path("spec").path("volumeClaimTemplates")) {
            parts.add(template.path("metadata").path("name").asText());
        }
        return parts.toString();
    }

    private static String repository(String image) {
        int tag = image.lastIndexOf(':');
        return tag > image.lastIndexOf('/') ? image.substring(0, tag) : image;
    }
}
