package dev.berth.review.effect;

import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.object.ObjectId;
import dev.berth.review.data.DataMount;
import dev.berth.review.data.MountedData;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import dev.berth.review.model.TreeObject;
import dev.berth.review.model.Trees;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A workload is deleted. The one that replaces it starts without the data, or no pod mounts the claim anymore, which
 * stays in the tree.
 */
final class WorkloadGone implements EffectRule {
    private static final Rule UNMOUNTED = new Rule(
            "claim-unmounted", "validatePersistentClaimVolumeSource", "pkg/apis/core/validation/validation.go");

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        Optional<PodTemplate> gone = change.isDeletion() ? PodTemplate.of(change.object()) : Optional.empty();
        if (gone.isEmpty()) {
            return;
        }
        MountedData before = MountedData.of(gone.get(), trees.before());
        Optional<PodTemplate> next = trees.successor(change.object()).flatMap(PodTemplate::of);
        if (next.isPresent()) {
            MountMoved.compare(before, MountedData.of(next.get(), trees.after()), outcome);
        } else {
            unmounted(change.object(), before, trees, outcome);
        }
    }

    private static void unmounted(TreeObject gone, MountedData before, Trees trees, Outcome outcome) {
        Set<String> claims = new LinkedHashSet<>();
        for (PodTemplate.Container container : before.pods().containers()) {
            for (DataMount mount : before.written(container)) {
                String claim = before.pods()
                        .volume(mount.volume())
                        .path("persistentVolumeClaim")
                        .path("claimName")
                        .asText("");
                if (!claim.isEmpty() && stays(gone, claim, trees)) {
                    claims.add(claim);
                }
            }
        }
        claims.removeIf(claim ->
                !trees.podsAfter().mounting(gone.id().namespace(), claim).isEmpty());
        if (!claims.isEmpty()) {
            List<String> names = List.copyOf(claims);
            outcome.add(
                    Effect.DATA_LOSS,
                    UNMOUNTED,
                    new FieldChange("", null, null),
                    names,
                    "No pod of the tree mounts " + Names.list(names)
                            + " anymore. " + (names.size() == 1 ? "The claim stays" : "The claims stay")
                            + " with the data, unused but billed.",
                    "Mount it in the workload that takes over, or delete it once the data is no longer needed.");
        }
    }

    /** Returns whether the claim is not deleted with the workload, which is a finding about the claim. */
    private static boolean stays(TreeObject gone, String claim, Trees trees) {
        ObjectId id = new ObjectId("", "PersistentVolumeClaim", gone.id().namespace(), claim);
        return trees.after().find(id).isPresent() || trees.before().find(id).isEmpty();
    }
}
