package dev.berth.change.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Brings the data of claims to new volumes that are smaller or of another kind, and keeps the claims' names. */
final class CopyAndSwitch {
    private CopyAndSwitch() {}

    /** The steps for one claim; no pod may use it while they run. */
    static List<Step> steps(String namespace, String claim, JsonNode spec) {
        Kubectl kubectl = new Kubectl(namespace);
        String copy = claim + "-copy";
        List<Step> steps = new ArrayList<>();
        steps.add(Step.run(
                "Make a claim beside " + claim + " as it shall be, and copy the data over.",
                ClaimSpec.apply(ClaimSpec.json(namespace, copy, spec, ""), ""),
                ClaimSpec.apply(pod(namespace, copy, claim), ""),
                kubectl.await("pod", copy, ".status.phase", "Succeeded", "6h"),
                kubectl.delete("pod", List.of(copy))));
        List<String> lines = new ArrayList<>();
        lines.add("old=$(" + volume(kubectl, claim) + ")");
        lines.add("new=$(" + volume(kubectl, copy) + ")");
        lines.add("for volume in \"$old\" \"$new\"; do");
        lines.add("  kubectl patch persistentvolume \"$volume\" --type merge --patch "
                + Kubectl.quote(RetainVolumes.RETAIN));
        lines.add("done");
        lines.add(kubectl.delete("persistentvolumeclaim", List.of(claim, copy)));
        lines.add("kubectl patch persistentvolume \"$new\" --type merge --patch '{\"spec\":{\"claimRef\":null}}'");
        lines.add(ClaimSpec.apply(ClaimSpec.json(namespace, claim, spec, "$new"), ""));
        lines.add(kubectl.await("persistentvolumeclaim", claim, ".status.phase", "Bound", "5m"));
        lines.add("echo \"the old data of " + claim + " is still on $old\"");
        steps.add(Step.run("Give the name " + claim + " to the new volume; the old one stays, with its data.", lines));
        return steps;
    }

    private static String volume(Kubectl kubectl, String claim) {
        return kubectl.run(
                "get persistentvolumeclaim " + Kubectl.quote(claim) + " --output jsonpath='{.spec.volumeName}'");
    }

    private static String pod(String namespace, String name, String claim) {
        ObjectNode pod = JsonNodeFactory.instance.objectNode();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = pod.putObject("metadata").put("name", name);
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        ObjectNode spec = pod.putObject("spec").put("restartPolicy", "Never");
        ObjectNode container =
                spec.putArray("containers").addObject().put("name", "copy").put("image", "busybox:1.37");
        container.putArray("command").add("cp").add("-a").add("/from/.").add("/to/");
        container
                .putArray("volumeMounts")
                .add(mount("from", "/from").put("readOnly", true))
                .add(mount("to", "/to"));
        spec.putArray("volumes").add(volume("from", claim)).add(volume("to", name));
        return pod.toString();
    }

    private static ObjectNode mount(String name, String path) {
        return JsonNodeFactory.instance.objectNode().put("name", name).put("mountPath", path);
    }

    private static ObjectNode volume(String name, String claim) {
        ObjectNode volume = JsonNodeFactory.instance.objectNode().put("name", name);
        volume.putObject("persistentVolumeClaim").put("claimName", claim);
        return volume;
    }
}
