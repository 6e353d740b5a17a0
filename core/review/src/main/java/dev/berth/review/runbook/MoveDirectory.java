package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves a directory within the volumes of a workload, while the pods are stopped. */
final class MoveDirectory {
    private static final String VOLUME = "/volume";

    private MoveDirectory() {}

    /**
     * Returns the runbook for a variable with another directory; empty if the old and the new one are not on the same
     * volume.
     */
    static Optional<Runbook> ofVariable(Transition change, Finding finding) {
        PodTemplate pods = PodTemplate.of(change.before().orElseThrow()).orElseThrow();
        int variable = finding.field().indexOf(".env[");
        if (variable < 0) {
            return Optional.empty();
        }
        String path = finding.field().substring(0, variable);
        String from = String.valueOf(finding.requireChange().from());
        String to = String.valueOf(finding.requireChange().to());
        return pods.container(path).stream()
                .flatMap(container -> mounts(container).stream())
                .filter(mount -> covers(mount, from) && covers(mount, to))
                .findFirst()
                .flatMap(mount -> book(change, pods, mount, within(mount, from), within(mount, to)));
    }

    /**
     * Returns the runbook for a mount of another directory of the same volume; empty if its path is only known in the
     * pod.
     */
    static Optional<Runbook> ofSubPath(Transition change, Finding finding) {
        PodTemplate pods = PodTemplate.of(change.before().orElseThrow()).orElseThrow();
        int at = finding.field().lastIndexOf(".volumeMounts[");
        String directory = finding.field()
                .substring(at + ".volumeMounts[".length(), finding.field().lastIndexOf("].subPath"));
        return pods.container(finding.field().substring(0, at)).stream()
                .flatMap(container -> mounts(container).stream())
                .filter(mount -> mount.path("mountPath").asText().equals(directory))
                .filter(mount -> !mount.has("subPathExpr"))
                .findFirst()
                .flatMap(mount -> book(
                        change,
                        pods,
                        mount,
                        sub(finding.requireChange().from()),
                        sub(finding.requireChange().to())));
    }

    private static Optional<Runbook> book(Transition change, PodTemplate pods, JsonNode mount, String from, String to) {
        Optional<String> claim = claim(pods, mount.path("name").asText());
        if (claim.isEmpty() || from.equals(to) || !StopPods.knows(change.kind())) {
            return Optional.empty();
        }
        String namespace = change.id().namespace();
        List<Step> steps = new ArrayList<>();
        steps.add(StopPods.of(change.before().orElseThrow()));
        String name = claim.get();
        List<String> move = Block.when(
                ClaimExists.condition(namespace, name),
                HelperPod.run(namespace, name + "-move", Map.of(VOLUME, name), Relocate.command(from, to)));
        steps.add(Step.run(
                Phase.MOVE,
                "Move the directory on the volume of " + (name.contains(Ordinal.ANY) ? "each claim " : "")
                        + Ordinal.text(name) + ".",
                Ordinal.each(namespace, name, move)));
        steps.addAll(
                Started.applied(change.object(), "Apply the change: the pods find the data in its new directory."));
        steps.add(Step.read(
                Phase.AFTERWARDS, "The way back: stop the pods, move the directory back, and apply the old tree."));
        return Optional.of(Runbook.of(change.id(), "Move the data within its volumes", steps));
    }

    /** Returns the claim of a volume: that of any pod, or the one that all pods share; empty if it is not a claim. */
    static Optional<String> claim(PodTemplate pods, String volume) {
        if (pods.isClaimTemplate(volume)) {
            return Optional.of(Ordinal.claim(volume, pods.owner().id().name()));
        }
        String claim = pods.volume(volume)
                .path("persistentVolumeClaim")
                .path("claimName")
                .asText("");
        return claim.isEmpty() ? Optional.empty() : Optional.of(claim);
    }

    private static List<JsonNode> mounts(PodTemplate.Container container) {
        List<JsonNode> mounts = new ArrayList<>();
        container.body().path("volumeMounts").forEach(mounts::add);
        return mounts;
    }

    private static boolean covers(JsonNode mount, String directory) {
        String path = mount.path("mountPath").asText();
        return directory.equals(path) || directory.startsWith(path + "/");
    }

    private static String within(JsonNode mount, String directory) {
        return sub(mount.path("subPath").asText(""))
                + directory.substring(mount.path("mountPath").asText().length());
    }

    private static String sub(@org.jspecify.annotations.Nullable String path) {
        return path == null || path.isEmpty() ? VOLUME : VOLUME + "/" + path;
    }
}
