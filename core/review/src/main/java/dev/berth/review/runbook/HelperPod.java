package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** A pod that runs one command with some claims mounted, and ends. */
final class HelperPod {
    private static final String IMAGE = "busybox:1.37";

    private HelperPod() {}

    /** Returns the commands that run it to completion, with the claims by mount path. */
    static List<String> run(String namespace, String name, Map<String, String> claims, List<String> command) {
        Kubectl kubectl = new Kubectl(namespace);
        return List.of(
                StandardInput.create(pod(namespace, name, claims, command)),
                kubectl.await("pod", name, ".status.phase", "Succeeded", "6h"),
                kubectl.delete("pod", List.of(name)));
    }

    private static ObjectNode pod(String namespace, String name, Map<String, String> claims, List<String> command) {
        ObjectNode pod = JsonNodeFactory.instance.objectNode();
        pod.put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = pod.putObject("metadata").put("name", name);
        if (!namespace.isEmpty()) {
            metadata.put("namespace", namespace);
        }
        ObjectNode spec = pod.putObject("spec").put("restartPolicy", "Never");
        ObjectNode container =
                spec.putArray("containers").addObject().put("name", "helper").put("image", IMAGE);
        command.forEach(container.putArray("command")::add);
        var mounts = container.putArray("volumeMounts");
        var volumes = spec.putArray("volumes");
        claims.forEach((directory, claim) -> {
            String volume = directory.substring(1);
            mounts.addObject().put("name", volume).put("mountPath", directory);
            volumes.addObject()
                    .put("name", volume)
                    .putObject("persistentVolumeClaim")
                    .put("claimName", claim);
        });
        return pod;
    }
}
