package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The scheduler and the kubelet of the only node: pods start once their claims are bound, and end when they are deleted.
 *
 * <p>Follows {@code PreFilter} of {@code pkg/scheduler/framework/plugins/volumebinding/volume_binding.go} (a pod waits for
 * its claims, and for one that is being deleted) and {@code getPhase} of {@code pkg/kubelet/kubelet_pods.go} (Kubernetes
 * 1.36).
 */
final class Kubelet {
    private final Store store;
    private final Server server;

    Kubelet(Store store, Server server) {
        this.store = store;
        this.server = server;
    }

    boolean sync() {
        boolean changed = false;
        for (ObjectNode pod : store.list("Pod")) {
            if (Store.isTerminating(pod)) {
                store.remove(pod);
                changed = true;
            } else if (phase(pod).equals("Pending") && claimsAreBound(pod)) {
                start(pod);
                changed = true;
            }
        }
        return changed;
    }

    static String phase(JsonNode pod) {
        return pod.path("status").path("phase").asText();
    }

    static boolean isReady(JsonNode pod) {
        return pod.path("status").path("ready").asBoolean() && !Store.isTerminating(pod);
    }

    private void start(ObjectNode pod) {
        pod.withObject("/spec").put("nodeName", "node");
        claims(pod).forEach(claim -> finishResize(claim));
        ObjectNode status = pod.withObject("/status");
        if (pod.path("spec").path("restartPolicy").asText().equals("Never")) {
            status.put("phase", run(pod) ? "Succeeded" : "Failed");
        } else {
            boolean ready = server.start(pod);
            status.put("phase", "Running").put("ready", ready);
            status.putArray("conditions").addObject().put("type", "Ready").put("status", ready ? "True" : "False");
        }
    }

    /** Follows {@code NodeExpandVolume}: a file system that could not grow before grows when it is mounted. */
    private static void finishResize(ObjectNode claim) {
        if (claim.path("status").has("conditions")) {
            ObjectNode status = claim.withObject("/status");
            status.remove("conditions");
            status.withObject("/capacity")
                    .set(
                            "storage",
                            claim.path("spec")
                                    .path("resources")
                                    .path("requests")
                                    .path("storage"));
        }
    }

    private boolean claimsAreBound(JsonNode pod) {
        List<ObjectNode> claims = claims(pod);
        return claims.size()
                        == pod.path("spec")
                                .path("volumes")
                                .findValues("claimName")
                                .size()
                && claims.stream().allMatch(claim -> Volumes.isBound(claim) && !Store.isTerminating(claim));
    }

    private List<ObjectNode> claims(JsonNode pod) {
        List<ObjectNode> claims = new ArrayList<>();
        for (String name : pod.path("spec").path("volumes").findValuesAsText("claimName")) {
            Optional<ObjectNode> claim = store.find("PersistentVolumeClaim", Store.namespaceOf(pod), name);
            claim.ifPresent(claims::add);
        }
        return claims;
    }

    /** Runs the command of a container, with the directories of the disks in place of the mount paths. */
    private boolean run(JsonNode pod) {
        JsonNode container = pod.path("spec").path("containers").path(0);
        List<String> command = new ArrayList<>();
        for (JsonNode word : container.path("command")) {
            String text = word.asText();
            for (JsonNode mount : container.path("volumeMounts")) {
                String claim = claimOf(pod, mount.path("name").asText());
                text = text.replace(
                        mount.path("mountPath").asText(),
                        server.disk(pod, claim).toString());
            }
            command.add(text);
        }
        if (command.isEmpty()) {
            return true;
        }
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String claimOf(JsonNode pod, String volume) {
        for (JsonNode one : pod.path("spec").path("volumes")) {
            if (one.path("name").asText().equals(volume)) {
                return one.path("persistentVolumeClaim").path("claimName").asText();
            }
        }
        throw new IllegalArgumentException(volume);
    }
}
