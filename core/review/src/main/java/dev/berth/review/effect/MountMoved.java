package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A volume with data is mounted at another path, from another directory of it, or no longer: the process does not find
 * its data.
 */
final class MountMoved implements TemplateRule {
    private static final String FUNCTION = "ValidateVolumeMounts";
    private static final Rule MOVED = Rule.core("mount-path-moved", FUNCTION);
    private static final Rule SUB_PATH = Rule.core("mount-sub-path-changed", FUNCTION);
    private static final Rule OTHER = Rule.core("mount-other-volume", FUNCTION);
    private static final Rule REMOVED = Rule.core("mount-removed", FUNCTION);

    @Override
    public void review(Transition change, PodTemplate before, PodTemplate after, Outcome outcome) {
        for (PodTemplate.Container old : before.containers()) {
            after.container(old.path()).ifPresent(now -> {
                Map<String, JsonNode> mounts = byVolume(now);
                byVolume(old).forEach((volume, mount) -> {
                    if (before.isPersistent(volume)) {
                        Mount moved = new Mount(old, volume, mount);
                        String other = at(now, moved.directory());
                        if (mounts.containsKey(volume) || other.isEmpty()) {
                            compare(moved, mounts.get(volume), outcome);
                        } else if (!before.isClaimTemplate(volume) || after.isClaimTemplate(volume)) {
                            otherVolume(moved, other, outcome);
                        }
                    }
                });
            });
        }
    }

    private static String at(PodTemplate.Container container, String directory) {
        for (JsonNode mount : container.body().path("volumeMounts")) {
            if (mount.path("mountPath").asText().equals(directory)) {
                return mount.path("name").asText();
            }
        }
        return "";
    }

    private static void otherVolume(Mount old, String other, Outcome outcome) {
        outcome.add(
                Effect.DATA_LOSS,
                OTHER,
                new FieldChange(old.path() + ".name", TextNode.valueOf(old.volume()), TextNode.valueOf(other)),
                "Volume " + other + " is mounted at " + old.directory() + " instead of " + old.volume()
                        + ": the process does not find its data.",
                "Copy the data first, or keep the volume.");
    }

    private static void compare(Mount old, @Nullable JsonNode now, Outcome outcome) {
        if (now == null) {
            outcome.add(
                    Effect.DATA_LOSS,
                    REMOVED,
                    new FieldChange(old.path(), old.mount(), null),
                    "Container " + old.container().name() + " no longer mounts " + old.volume() + ": what it writes to "
                            + old.directory() + " goes to the container's own layer and is lost with it.",
                    "Keep the mount.");
        } else if (!now.path("mountPath").equals(old.mount().path("mountPath"))) {
            outcome.add(
                    Effect.DATA_LOSS,
                    MOVED,
                    new FieldChange(old.path() + ".mountPath", old.mount().path("mountPath"), now.path("mountPath")),
                    "The data of " + old.volume() + " is now at "
                            + now.path("mountPath").asText()
                            + ". A process that still uses " + old.directory()
                            + " finds no data, starts again without it and writes to the container's own layer.",
                    "Change the path in the configuration of the process in the same step, or keep the mount path.");
        } else if (!subPath(now).equals(subPath(old.mount()))) {
            outcome.add(
                    Effect.DATA_LOSS,
                    SUB_PATH,
                    new FieldChange(
                            old.path() + ".subPath",
                            present(old.mount().path("subPath")),
                            present(now.path("subPath"))),
                    "Another directory of " + old.volume() + " is mounted at " + old.directory()
                            + ": the process finds it empty, and does not see the old data.",
                    "Move the data within the volume first, or keep the subPath.");
        }
    }

    private static String subPath(JsonNode mount) {
        return mount.path("subPath").asText("") + "|"
                + mount.path("subPathExpr").asText("");
    }

    private static @Nullable JsonNode present(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : value;
    }

    private static Map<String, JsonNode> byVolume(PodTemplate.Container container) {
        Map<String, JsonNode> mounts = new LinkedHashMap<>();
        for (JsonNode mount : container.body().path("volumeMounts")) {
            mounts.putIfAbsent(mount.path("name").asText(), mount);
        }
        return mounts;
    }

    private record Mount(PodTemplate.Container container, String volume, JsonNode mount) {
        String directory() {
            return mount.path("mountPath").asText();
        }

        String path() {
            return container.path() + ".volumeMounts[" + directory() + "]";
        }
    }
}
