package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The new objects of a tree, arranged to distinguish a rename from a deletion.
 *
 * <p>A new object with the same kind and name in another namespace, or with the same kind, namespace and structure
 * under another name, is assumed to be the successor. Only message texts depend on this guess.
 */
final class Successors {
    /** A name that ends in a hash of the content, as Kustomize generates it. */
    private static final Pattern HASHED = Pattern.compile("(.+)-[a-z0-9]{10}");

    private final Map<String, TreeObject> created = new HashMap<>();

    Successors(ObjectTree before, ObjectTree after) {
        for (TreeObject object : after.objects()) {
            if (before.find(object.id()).isEmpty()) {
                created.putIfAbsent(moved(object), object);
                renamed(object).ifPresent(make -> created.putIfAbsent(make, object));
            }
        }
    }

    Optional<TreeObject> of(TreeObject gone) {
        return renamed(gone).map(created::get).or(() -> Optional.ofNullable(created.get(moved(gone))));
    }

    private static String moved(TreeObject object) {
        return "name " + object.kind() + "/" + object.id().name();
    }

    /** Returns a description of the object without its name; empty if there is nothing to recognize it by. */
    private static Optional<String> renamed(TreeObject object) {
        String start = "make " + object.kind() + '/' + object.id().namespace();
        Optional<PodTemplate> pods = PodTemplate.asWritten(object);
        if (pods.isPresent()) {
            return Optional.of(start + makeOf(pods.get()));
        }
        if (object.body().has("spec")) {
            return Optional.of(start + object.body().path("spec"));
        }
        Matcher hashed = HASHED.matcher(object.id().name());
        return hashed.matches() ? Optional.of(start + " " + hashed.group(1)) : Optional.empty();
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
