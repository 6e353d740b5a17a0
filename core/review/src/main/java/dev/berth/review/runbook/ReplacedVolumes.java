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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The volumes of a workload that get another source: what must be copied before its pods start again. */
final class ReplacedVolumes {
    private final Set<Copy> copies = new LinkedHashSet<>();
    private final Set<String> lost = new LinkedHashSet<>();

    private ReplacedVolumes() {}

    /**
     * A claim whose data must be copied to another one.
     *
     * @param from the claim with the data
     * @param to the claim that the pods mount instead
     * @param spec the spec to create it with; null if it exists
     */
    record Copy(String from, String to, @Nullable JsonNode spec) {
        Step step(String namespace) {
            List<String> lines = new ArrayList<>();
            if (spec != null) {
                lines.add(StandardInput.create(StandardInput.claim(namespace, to, spec)));
            }
            lines.addAll(HelperPod.run(
                    namespace,
                    to + "-copy",
                    new TreeMap<>(Map.of("/from", from, "/to", to)),
                    List.of("cp", "-a", "/from/.", "/to/")));
            String what = spec == null ? ", which must exist and be empty." : ", which the StatefulSet then uses.";
            return Step.run("Copy the data of " + from + " to " + to + what, lines);
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
        for (int i = 0; i < to.size(); i++) {
            copies.add(new Copy(from.get(from.size() == 1 ? 0 : i), to.get(i), template(old, now, next.volume())));
        }
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

    /** Returns the spec of a claim template that only the new set has: its claims do not exist yet. */
    private static @Nullable JsonNode template(PodTemplate old, PodTemplate now, String name) {
        if (old.isClaimTemplate(name) && old.owner().id().equals(now.owner().id())) {
            return null;
        }
        for (JsonNode template : now.owner().at("spec", "volumeClaimTemplates")) {
            if (template.path("metadata").path("name").asText().equals(name)) {
                return template.path("spec");
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
