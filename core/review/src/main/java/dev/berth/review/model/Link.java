package dev.berth.review.model;

import dev.berth.object.ObjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A relation from one object to another, whether the other changes or not.
 *
 * @param from the object that changes
 * @param label the relation, in a word or two
 * @param to the other object
 */
public record Link(ObjectId from, String label, ObjectId to) {

    /** Returns the links of an object that changes: to its pods, to its Service, and to its new name. */
    public static List<Link> of(Transition change, Trees trees) {
        String namespace = change.id().namespace();
        String name = change.id().name();
        List<Link> links = new ArrayList<>();
        for (PodTemplateIndex pods : List.of(trees.podsBefore(), trees.podsAfter())) {
            switch (change.kind()) {
                case "ConfigMap", "Secret" ->
                    add(change, "read by", pods.reading(change.kind(), namespace, name), links);
                case "PersistentVolumeClaim" -> add(change, "mounted by", pods.mounting(namespace, name), links);
                case "Service" ->
                    add(
                            change,
                            "selects",
                            pods.selected(namespace, change.object().at("spec", "selector")),
                            links);
                default -> {}
            }
        }
        if (change.kind().equals("StatefulSet")) {
            for (String service : services(change)) {
                links.add(new Link(change.id(), "governed by", new ObjectId("", "Service", namespace, service)));
            }
        }
        if (change.isDeletion()) {
            trees.successor(change.object()).ifPresent(next -> links.add(new Link(change.id(), "new name", next.id())));
        }
        return List.copyOf(new LinkedHashSet<>(links));
    }

    private static void add(Transition change, String label, Collection<PodTemplate> pods, List<Link> links) {
        for (PodTemplate template : pods) {
            links.add(new Link(change.id(), label, template.owner().id()));
        }
    }

    private static Set<String> services(Transition change) {
        Set<String> services = new LinkedHashSet<>();
        if (!change.within("spec.serviceName").isEmpty()) {
            services.add(change.old("spec", "serviceName").asText());
            services.add(change.now("spec", "serviceName").asText());
        }
        services.remove("");
        return services;
    }
}
