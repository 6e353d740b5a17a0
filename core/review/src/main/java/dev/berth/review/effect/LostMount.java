package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.data.DataMount;
import dev.berth.review.data.DataPlace;
import dev.berth.review.data.MountedData;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mount whose data the new pods do not find, in words. */
final class LostMount {
    private static final String FUNCTION = "ValidateVolumeMounts";
    private static final Rule MOVED = Rule.core("mount-path-moved", FUNCTION);
    private static final Rule SUB_PATH = Rule.core("mount-sub-path-changed", FUNCTION);
    private static final Rule OTHER = Rule.core("mount-other-volume", FUNCTION);
    private static final Rule REMOVED = Rule.core("mount-removed", FUNCTION);
    private static final Rule CLAIM = Rule.core("volume-other-claim", "validatePersistentClaimVolumeSource");
    private static final Rule SOURCE = Rule.core("volume-other-source", "validateVolumeSource");

    private final DataMount old;
    private final DataPlace place;
    private final MountedData before;
    private final MountedData after;
    private final PodTemplate.@Nullable Container container;

    LostMount(
            DataMount old,
            DataPlace place,
            MountedData before,
            MountedData after,
            PodTemplate.@Nullable Container container) {
        this.old = old;
        this.place = place;
        this.before = before;
        this.after = after;
        this.container = container;
    }

    void tell(Outcome outcome) {
        if (isToldByItsTemplate()) {
            return;
        }
        Optional<DataMount> there = container == null ? Optional.empty() : after.mountAt(container, old.path());
        Optional<DataMount> moved = container == null
                ? Optional.empty()
                : after.mounts(container).stream()
                        .filter(mount ->
                                after.place(mount).filter(this::isSameVolume).isPresent())
                        .findFirst();
        if (there.isPresent()
                && after.place(there.get()).filter(this::isSameVolume).isPresent()) {
            subPath(there.get(), outcome);
        } else if (moved.isPresent()) {
            moved(moved.get(), outcome);
        } else if (there.isPresent()) {
            other(there.get(), outcome);
        } else {
            removed(outcome);
        }
    }

    /** The claims of a template that the new set does not have are a finding of their own, for all containers. */
    private boolean isToldByItsTemplate() {
        boolean sets = after.pods().owner().kind().equals("StatefulSet");
        boolean renamed =
                !after.pods().owner().id().equals(before.pods().owner().id());
        return sets
                && before.pods().isClaimTemplate(old.volume())
                && (renamed || !after.pods().isClaimTemplate(old.volume()));
    }

    private boolean isSameVolume(DataPlace now) {
        boolean otherClaim = !place.origin().template().equals(now.origin().template())
                || (place.origin().template().isEmpty()
                        && !place.origin().claims().equals(now.origin().claims()));
        return place.origin().isKeptBy(now.origin()) && !otherClaim;
    }

    private void removed(Outcome outcome) {
        outcome.add(
                Effect.DATA_LOSS,
                REMOVED,
                new FieldChange(old.field(), old.body(), null),
                "Container " + old.container().name()
                        + (container == null ? " is removed, and no other container mounts " : " no longer mounts ")
                        + old.volume()
                        + (container == null
                                ? ": its data stays behind, unused."
                                : ": what it writes to " + old.path()
                                        + " goes to the container's own layer and is lost with it."),
                "Keep the mount.");
    }

    private void moved(DataMount now, Outcome outcome) {
        outcome.add(
                Effect.DATA_LOSS,
                MOVED,
                new FieldChange(old.field() + ".mountPath", TextNode.valueOf(old.path()), TextNode.valueOf(now.path())),
                "The data of " + old.volume() + " is now at " + now.path() + ". A process that still uses " + old.path()
                        + " finds no data, starts again without it and writes to the container's own layer.",
                "Change the path in the configuration of the process in the same step, or keep the mount path.");
    }

    private void subPath(DataMount now, Outcome outcome) {
        outcome.add(
                Effect.DATA_LOSS,
                SUB_PATH,
                new FieldChange(old.field() + ".subPath", set(old, "subPath"), set(now, "subPath")),
                "Another directory of " + old.volume() + " is mounted at " + old.path()
                        + ": the process finds it empty, and does not see the old data.",
                "Move the data within the volume first, or keep the subPath.");
    }

    private void other(DataMount now, Outcome outcome) {
        JsonNode from = before.pods().volume(old.volume());
        JsonNode to = after.pods().volume(now.volume());
        String path = before.pods().pathOf("spec.volumes[" + old.volume() + "]");
        String oldClaim = from.path("persistentVolumeClaim").path("claimName").asText("");
        String newClaim = to.path("persistentVolumeClaim").path("claimName").asText("");
        if (!old.volume().equals(now.volume())) {
            outcome.add(
                    Effect.DATA_LOSS,
                    OTHER,
                    new FieldChange(
                            old.field() + ".name", TextNode.valueOf(old.volume()), TextNode.valueOf(now.volume())),
                    "Volume " + now.volume() + " is mounted at " + old.path() + " instead of " + old.volume()
                            + ": the process does not find its data"
                            + (after.place(now).isPresent() ? "." : ", and what it writes is lost with the pod."),
                    "Copy the data first, or keep the volume.");
        } else if (!oldClaim.isEmpty() && !newClaim.isEmpty()) {
            outcome.add(
                    Effect.DATA_LOSS,
                    CLAIM,
                    new FieldChange(
                            path + ".persistentVolumeClaim.claimName",
                            TextNode.valueOf(oldClaim),
                            TextNode.valueOf(newClaim)),
                    "The pods start with the data of claim " + newClaim + ", or without data. The data of " + oldClaim
                            + " stays, but no pod of this object uses it.",
                    "Copy the data over first; delete " + oldClaim + " once it is no longer needed.");
        } else {
            outcome.add(
                    Effect.DATA_LOSS,
                    SOURCE,
                    new FieldChange(path, source(before, old.volume()), source(after, now.volume())),
                    replaced(before.describe(old.volume()), after.describe(now.volume()), now),
                    oldClaim.isEmpty()
                            ? "Copy the data first."
                            : "Copy the data first. The claim " + oldClaim + " keeps its data.");
        }
    }

    private String replaced(String from, String to, DataMount now) {
        return "Volume " + old.volume() + " was " + from + " and becomes " + to + ": the pods start without its data"
                + (after.place(now).isPresent() ? "." : ", and what they write is lost with the pod.");
    }

    private static @Nullable JsonNode source(MountedData data, String volume) {
        JsonNode declared = data.pods().volume(volume);
        return declared.isMissingNode() ? null : declared.path(data.kind(volume));
    }

    private static @Nullable JsonNode set(DataMount mount, String field) {
        JsonNode value = mount.body().path(field);
        return value.isMissingNode() || value.isNull() ? null : value;
    }
}
