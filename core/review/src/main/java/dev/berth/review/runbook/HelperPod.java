package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A pod that runs one command with some claims mounted, and ends. */
final class HelperPod {
    private static final String IMAGE = "busybox:1.37";

    /** The file in the target states that a copy has begun: what is there came from the copy, and it can begin again. */
    private static final String COPY = "if [ -e /to/.berth-copy ] || [ -z \"$(ls -A /to | grep -vx lost+found)\" ];"
            + " then touch /to/.berth-copy"
            + " && find /to -mindepth 1 -maxdepth 1 ! -name lost+found ! -name .berth-copy -exec rm -r {} +"
            + " && cp -a /from/. /to/ && rm /to/.berth-copy; else diff -rq /from /to; fi";

    private HelperPod() {}

    /** Returns the commands that copy the files of a claim, if it exists, to another one without mixing them with others. */
    static List<String> copy(String namespace, String from, String to) {
        return Block.when(ClaimExists.condition(namespace, from), copied(namespace, from, to));
    }

    /** Returns the commands for a claim that exists. */
    static List<String> copied(String namespace, String from, String to) {
        return run(
                namespace, "copy-to-" + to, new TreeMap<>(Map.of("/from", from, "/to", to)), List.of("sh", "-c", COPY));
    }

    /** Returns the command that runs it to completion, with the claims by mount path. */
    static List<String> run(String namespace, String name, Map<String, String> claims, List<String> command) {
        return StandardInput.document(
                new Kubectl(namespace).call("helper " + Kubectl.quote(name)), pod(namespace, name, claims, command));
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
