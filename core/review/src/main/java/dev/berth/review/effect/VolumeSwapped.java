package dev.berth.review.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import java.util.Map;

/** A volume of the pods is replaced: its data stays where it was, and the pods start without it. */
final class VolumeSwapped implements TemplateRule {
    private static final Rule CLAIM = Rule.core("volume-other-claim", "validatePersistentClaimVolumeSource");
    private static final Rule SOURCE = Rule.core("volume-other-source", "validateVolumeSource");

    @Override
    public void review(Transition change, PodTemplate before, PodTemplate after, Outcome outcome) {
        for (JsonNode old : before.spec().path("volumes")) {
            String name = old.path("name").asText();
            JsonNode now = after.volume(name);
            String kind = kind(old);
            if (!before.isPersistent(name) || now.isMissingNode() || after.isClaimTemplate(name)) {
                continue;
            }
            String path = before.pathOf("spec.volumes[" + name + "]");
            String oldClaim =
                    old.path("persistentVolumeClaim").path("claimName").asText("");
            String newClaim =
                    now.path("persistentVolumeClaim").path("claimName").asText("");
            if (!kind.equals(kind(now))) {
                outcome.add(
                        Effect.DATA_LOSS,
                        SOURCE,
                        new FieldChange(path, old.path(kind), now.path(kind(now))),
                        "Volume " + name + " was " + kind + " and becomes " + kind(now)
                                + ": the pods start without its data"
                                + (after.isPersistent(name) ? "." : ", and what they write is lost with the pod."),
                        oldClaim.isEmpty() ? "Copy the data first." : "The claim " + oldClaim + " keeps its data.");
            } else if (!oldClaim.equals(newClaim)) {
                outcome.add(
                        Effect.DATA_LOSS,
                        CLAIM,
                        new FieldChange(
                                path + ".persistentVolumeClaim.claimName",
                                old.path("persistentVolumeClaim").path("claimName"),
                                now.path("persistentVolumeClaim").path("claimName")),
                        "The pods start with the data of claim " + newClaim + ", or without data. The data of"
                                + " " + oldClaim
                                + " stays, but no pod of this object uses it.",
                        "Copy the data over first; delete " + oldClaim + " once it is no longer needed.");
            }
        }
    }

    private static String kind(JsonNode volume) {
        for (Map.Entry<String, JsonNode> field : volume.properties()) {
            if (!field.getKey().equals("name")) {
                return field.getKey();
            }
        }
        return "emptyDir";
    }
}
