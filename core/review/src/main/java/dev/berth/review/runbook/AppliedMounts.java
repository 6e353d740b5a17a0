package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.SetClaims;
import dev.berth.review.model.TreeObject;
import java.util.Locale;

/**
 * The condition that the pods of a workload mount the new volumes: then the new version is applied, and its pods may have
 * written to them, so that nothing may be copied again.
 */
final class AppliedMounts {
    private AppliedMounts() {}

    /** Returns the condition; the function {@code mounts} prints what it compares. */
    static String are(TreeObject workload) {
        String words = "mounts " + workload.kind().toLowerCase(Locale.ROOT) + " "
                + Kubectl.quote(workload.id().name());
        return "[ \"$(" + new Kubectl(workload.id().namespace()).call(words) + ")\" = " + Kubectl.quote(text(workload))
                + " ]";
    }

    private static String text(TreeObject workload) {
        PodTemplate pods = PodTemplate.of(workload).orElseThrow();
        StringBuilder text = new StringBuilder(String.join(" ", new SetClaims(workload).templates())).append('|');
        for (JsonNode volume : pods.spec().path("volumes")) {
            text.append(volume.path("name").asText())
                    .append('=')
                    .append(volume.path("persistentVolumeClaim")
                            .path("claimName")
                            .asText())
                    .append(' ');
        }
        text.append('|');
        for (JsonNode container : pods.spec().path("containers")) {
            for (JsonNode mount : container.path("volumeMounts")) {
                text.append(mount.path("name").asText())
                        .append(':')
                        .append(mount.path("mountPath").asText())
                        .append(' ');
            }
        }
        return text.toString();
    }
}
