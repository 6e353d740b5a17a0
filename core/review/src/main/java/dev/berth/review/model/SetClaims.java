package dev.berth.review.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * The claims that a StatefulSet creates: one for each of its templates and each of its pods, named after both.
 *
 * <p>Source: {@code getPersistentVolumeClaimName} of {@code pkg/controller/statefulset/stateful_set_utils.go}
 * (Kubernetes 1.36).
 */
public final class SetClaims {
    private final TreeObject set;

    /** Reads the claims of this StatefulSet. */
    public SetClaims(TreeObject set) {
        this.set = set;
    }

    /** Returns the first of its ordinals. */
    public int start() {
        return set.at("spec", "ordinals", "start").asInt(0);
    }

    /** Returns the number of its pods. */
    public int replicas() {
        return set.at("spec", "replicas").asInt(1);
    }

    /** Returns the ordinals of its pods, in ascending order. */
    public Set<Integer> ordinals() {
        int start = start();
        int end = start + replicas();
        Set<Integer> ordinals = new TreeSet<>();
        for (int ordinal = start; ordinal < end; ordinal++) {
            ordinals.add(ordinal);
        }
        return ordinals;
    }

    /** Returns the names of its claim templates. */
    public List<String> templates() {
        List<String> names = new ArrayList<>();
        for (JsonNode template : set.at("spec", "volumeClaimTemplates")) {
            names.add(template.path("metadata").path("name").asText());
        }
        return names;
    }

    /** Returns the names of all of its claims. */
    public List<String> all() {
        return of(ordinal -> true);
    }

    /** Returns the names of the claims of the pods with matching ordinals. */
    public List<String> of(IntPredicate wanted) {
        return ordinals().stream()
                .filter(wanted::test)
                .flatMap(ordinal -> templates().stream().map(template -> name(template, ordinal)))
                .toList();
    }

    /** Returns the names of the claims of one template. */
    public List<String> of(String template) {
        return ordinals().stream().map(ordinal -> name(template, ordinal)).toList();
    }

    /**
     * Returns the ordinals whose claims of one template exist: those in the cluster if it is known, with those of pods that
     * it no longer runs; otherwise those of its pods.
     */
    public Set<Integer> ordinals(String template, ObjectTree tree) {
        if (tree.others().stream().noneMatch(object -> object.kind().equals("PersistentVolumeClaim"))) {
            return ordinals();
        }
        String prefix = template + "-" + set.id().name() + "-";
        Set<Integer> ordinals = new TreeSet<>();
        for (TreeObject claim : tree.others()) {
            String name = claim.id().name();
            if (claim.kind().equals("PersistentVolumeClaim")
                    && claim.id().namespace().equals(set.id().namespace())
                    && name.startsWith(prefix)
                    && name.substring(prefix.length()).matches("[0-9]{1,9}")) {
                ordinals.add(Integer.valueOf(name.substring(prefix.length())));
            }
        }
        return ordinals;
    }

    /** Returns the names of the claims of one template that exist, as far as the tree shows it. */
    public List<String> of(String template, ObjectTree tree) {
        return ordinals(template, tree).stream()
                .map(ordinal -> name(template, ordinal))
                .toList();
    }

    /** Returns whether one of its pods has a claim with this name. */
    public boolean contains(String claim) {
        int dash = claim.lastIndexOf('-');
        String owner = "-" + set.id().name();
        String ordinal = claim.substring(dash + 1);
        return dash > 0
                && claim.substring(0, dash).endsWith(owner)
                && ordinal.length() < 10
                && ordinal.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                && !ordinal.isEmpty()
                && Integer.parseInt(ordinal) >= start()
                && Integer.parseInt(ordinal) < start() + replicas()
                && templates().contains(claim.substring(0, dash - owner.length()));
    }

    /** Returns the name of the pod with this ordinal. */
    public String pod(int ordinal) {
        return set.id().name() + "-" + ordinal;
    }

    /** Returns the names of all pods from the highest ordinal down: the order in which an update replaces them. */
    public List<String> podsFromTheTop() {
        List<String> pods = ordinals().stream().map(this::pod).collect(Collectors.toCollection(ArrayList::new));
        java.util.Collections.reverse(pods);
        return pods;
    }

    /** Returns whether its claims are deleted with the pods that scaling down removes. */
    public boolean deletesWhenScaled() {
        return policy("whenScaled").equals("Delete");
    }

    /** Returns whether its claims are deleted with it. */
    public boolean deletesWhenDeleted() {
        return policy("whenDeleted").equals("Delete");
    }

    private String policy(String when) {
        return set.at("spec", "persistentVolumeClaimRetentionPolicy", when).asText("Retain");
    }

    private String name(String template, int ordinal) {
        return template + "-" + pod(ordinal);
    }
}
