package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.review.data.DataMount;
import dev.berth.review.data.DataPlace;
import dev.berth.review.data.MountedData;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.SetClaims;
import dev.berth.review.model.TreeObject;
import dev.berth.review.model.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The volumes of a workload that get another source: what must be copied before its pods start again. */
final class ReplacedVolumes {
    private final Set<Copy> copies = new LinkedHashSet<>();
    private final Set<String> lost = new LinkedHashSet<>();

    private ReplacedVolumes() {}

    /**
     * A claim whose data must be copied to another one.
     *
     * @param namespace the namespace of both
     * @param from the claim with the data
     * @param to the claim that the pods mount instead
     * @param like what it gets its labels, annotations and spec from; null if it exists
     */
    record Copy(
            String namespace,
            String from,
            String to,
            @Nullable JsonNode like) {
        /** Returns the step; nothing is copied once the commands of the condition succeed. */
        Step step(String applied) {
            List<String> lines = new ArrayList<>();
            if (like != null) {
                lines.addAll(StandardInput.createClaim(namespace, to, like));
            }
            lines.addAll(HelperPod.copy(namespace, from, to));
            return Step.run(
                    Phase.MOVE,
                    "Copy the data of " + Ordinal.text(from) + " to " + Ordinal.text(to)
                            + (like == null ? ", which must exist." : ", which the StatefulSet then uses.")
                            + " It must have no other files.",
                    Block.unless(applied, Ordinal.each(namespace, from, lines)));
        }
    }

    /** Returns what changes from one workload to another, or to its new version. */
    static ReplacedVolumes of(TreeObject from, TreeObject to, Trees trees) {
        ReplacedVolumes replaced = new ReplacedVolumes();
        PodTemplate old = PodTemplate.of(from).orElseThrow();
        PodTemplate now = PodTemplate.of(to).orElseThrow();
        MountedData before = MountedData.of(old, trees.before());
        MountedData after = MountedData.of(now, trees.after());
        for (PodTemplate.Container container : old.containers()) {
            for (DataMount mount : before.written(container)) {
                DataPlace place = before.place(mount).orElseThrow();
                Optional<DataMount> next =
                        now.counterpart(container, old).flatMap(other -> after.mountAt(other, mount.path()));
                if (next.isEmpty() && !from.id().equals(to.id())) {
                    replaced.lost.add(mount.volume());
                }
                if (next.isPresent()
                        && after.place(next.get())
                                .filter(other -> place.origin().isKeptBy(other.origin()))
                                .isEmpty()) {
                    replaced.add(old, mount, now, next.get());
                }
            }
        }
        return replaced;
    }

    private void add(PodTemplate old, DataMount mount, PodTemplate now, DataMount next) {
        List<String> from = claims(old, mount.volume());
        List<String> to = claims(now, next.volume());
        boolean wholeVolumes = mount.body().path("subPath").equals(next.body().path("subPath"));
        if (from.isEmpty() || to.isEmpty() || !wholeVolumes || (from.size() != 1 && from.size() != to.size())) {
            lost.add(mount.volume());
            return;
        }
        if (old.isClaimTemplate(mount.volume()) && now.isClaimTemplate(next.volume())) {
            add(
                    now,
                    next.volume(),
                    Ordinal.claim(mount.volume(), old.owner().id().name()),
                    Ordinal.claim(next.volume(), now.owner().id().name()),
                    old);
            return;
        }
        for (int i = 0; i < to.size(); i++) {
            add(now, next.volume(), from.get(from.size() == 1 ? 0 : i), to.get(i), old);
        }
    }

    private void add(PodTemplate now, String volume, String from, String to, PodTemplate old) {
        copies.add(new Copy(now.owner().id().namespace(), from, to, template(old, now, volume)));
    }

    private static List<String> claims(PodTemplate pods, String volume) {
        if (pods.isClaimTemplate(volume)) {
            return new SetClaims(pods.owner()).of(volume);
        }
        String claim = pods.volume(volume)
                .path("persistentVolumeClaim")
                .path("claimName")
                .asText("");
        return claim.isEmpty() ? List.of() : List.of(claim);
    }

    /** Returns the model of the claims of a template that only the new set has: they do not exist yet. */
    private static @Nullable JsonNode template(PodTemplate old, PodTemplate now, String name) {
        if (old.isClaimTemplate(name) && old.owner().id().equals(now.owner().id())) {
            return null;
        }
        for (JsonNode template : now.owner().at("spec", "volumeClaimTemplates")) {
            if (template.path("metadata").path("name").asText().equals(name)) {
                return ClaimModel.ofTemplate(now.owner(), template);
            }
        }
        return null;
    }

    /** Returns the copies to make, in the order of the mounts. */
    List<Copy> copies() {
        return List.copyOf(copies);
    }

    /** Returns the volumes whose data has nowhere to go. */
    List<String> lost() {
        return List.copyOf(lost);
    }
}
