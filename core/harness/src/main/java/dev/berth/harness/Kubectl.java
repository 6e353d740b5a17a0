package dev.berth.harness;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Stands in for kubectl, as far as the runbooks of a review use it: the StatefulSets, pods, claims and volumes are those
 * of a {@link LocalCluster}, and {@code exec} runs the command in the real container.
 */
final class Kubectl {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalCluster cluster;
    private final ClusterVolumes volumes;
    private final Path root;
    private final Duration rolloutTimeout;

    /** The files that are applied are relative to {@code root}. */
    Kubectl(LocalCluster cluster, Path root, Duration rolloutTimeout) {
        this.cluster = cluster;
        this.volumes = new ClusterVolumes(cluster);
        this.root = root;
        this.rolloutTimeout = rolloutTimeout;
    }

    /** Runs one command, and returns its status and what it prints. */
    KubectlShell.Answer run(List<String> words, String input) {
        KubectlArguments arguments = KubectlArguments.of(words);
        return switch (arguments.word(0)) {
            case "get" -> get(arguments);
            case "create" -> create(input);
            case "apply" -> apply(arguments);
            case "annotate" -> annotate(arguments);
            case "patch" -> patch(arguments);
            case "delete" -> delete(arguments);
            case "wait" -> await(arguments);
            case "rollout" -> rollout(arguments);
            case "scale" -> scale(arguments);
            case "exec" -> exec(arguments, input);
            default -> throw new AssertionError("kubectl " + arguments.word(0) + " does not run here");
        };
    }

    private KubectlShell.Answer get(KubectlArguments arguments) {
        String output = arguments.flag("output");
        if (arguments.words().size() == 2) {
            ObjectNode list = JSON.createObjectNode();
            all(arguments.word(1)).forEach(list.putArray("items")::add);
            return KubectlShell.Answer.ok(print(output, list));
        }
        Optional<ObjectNode> found = find(arguments.word(1), arguments.word(2));
        return found.isEmpty() && arguments.has("ignore-not-found")
                ? KubectlShell.Answer.ok("")
                : found.map(object -> KubectlShell.Answer.ok(print(output, object)))
                        .orElseGet(() -> notFound(arguments.word(2)));
    }

    private static String print(String output, ObjectNode object) {
        return output.equals("name")
                ? object.at("/metadata/name").asText() + "\n"
                : KubectlJsonPath.print(output.substring("jsonpath=".length()), object);
    }

    private List<ObjectNode> all(String kind) {
        return switch (kind) {
            case "pod", "pods" -> cluster.pods().stream().map(this::pod).toList();
            case "persistentvolume" -> volumes.volumes();
            case "persistentvolumeclaim" -> volumes.claims();
            case "statefulset" ->
                cluster.objects().all(StatefulSet.class).stream()
                        .map(set -> JSON.<ObjectNode>valueToTree(set))
                        .toList();
            default -> throw new AssertionError(kind + " is not a kind that kubectl gets here");
        };
    }

    private Optional<ObjectNode> find(String kind, String name) {
        return all(kind).stream()
                .filter(object -> object.at("/metadata/name").asText().equals(name))
                .findFirst();
    }

    /** A pod with what its controller and the kubelet add: its name as a label, the volumes of its claims, its status. */
    private ObjectNode pod(RunningPod pod) {
        ObjectNode object = JSON.createObjectNode();
        ObjectNode metadata = object.withObject("/metadata").put("name", pod.name());
        metadata.putObject("labels").put("statefulset.kubernetes.io/pod-name", pod.name());
        var list = object.withObject("/spec").putArray("volumes");
        pod.claims()
                .forEach(claim ->
                        list.addObject().withObject("/persistentVolumeClaim").put("claimName", claim));
        String ready = cluster.isReady(pod.name()) ? "True" : "False";
        object.withObject("/status")
                .putArray("conditions")
                .addObject()
                .put("type", "Ready")
                .put("status", ready);
        return object;
    }

    private KubectlShell.Answer create(String input) {
        try {
            volumes.create((ObjectNode) JSON.readTree(input));
            return KubectlShell.Answer.ok("created\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The controllers start in the background, as they do in a cluster. */
    private KubectlShell.Answer apply(KubectlArguments arguments) {
        cluster.applyInBackground(root.resolve(arguments.flag("filename")));
        return KubectlShell.Answer.ok("serverside-applied\n");
    }

    private KubectlShell.Answer annotate(KubectlArguments arguments) {
        ObjectNode patch = JSON.createObjectNode();
        String word = arguments.word(3);
        int equals = word.indexOf('=');
        ObjectNode annotations = patch.withObject("/metadata").withObject("/annotations");
        if (equals < 0) {
            annotations.putNull(word.substring(0, word.length() - 1));
        } else {
            annotations.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return patch(arguments.word(2), patch);
    }

    private KubectlShell.Answer patch(KubectlArguments arguments) {
        try {
            return patch(arguments.word(2), (ObjectNode) JSON.readTree(arguments.flag("patch")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The runbooks patch only volumes. */
    private KubectlShell.Answer patch(String volume, ObjectNode patch) {
        return volumes.patch(volume, patch) ? KubectlShell.Answer.ok("patched\n") : notFound(volume);
    }

    private KubectlShell.Answer delete(KubectlArguments arguments) {
        for (String name : arguments.words().subList(2, arguments.words().size())) {
            if (find(arguments.word(1), name).isEmpty()) {
                continue;
            }
            switch (arguments.word(1)) {
                case "statefulset" -> cluster.orphan(name);
                case "pod" -> cluster.stop(name);
                case "persistentvolumeclaim" -> volumes.delete(name);
                default -> throw new AssertionError(arguments.word(1) + " is not a kind that is deleted here");
            }
        }
        return KubectlShell.Answer.ok("deleted\n");
    }

    /** The runbooks wait only for a claim to be bound, which happens at once here or never. */
    private KubectlShell.Answer await(KubectlArguments arguments) {
        String[] object = arguments.word(1).split("/", 2);
        return find(object[0], object[1])
                        .filter(found -> found.at("/status/phase").asText().equals("Bound"))
                        .isPresent()
                ? KubectlShell.Answer.ok("condition met\n")
                : KubectlShell.Answer.failed(object[1] + " is not bound");
    }

    private KubectlShell.Answer rollout(KubectlArguments arguments) {
        String name = arguments.word(2).substring("statefulset/".length());
        return cluster.rollouts().await(name, rolloutTimeout)
                ? KubectlShell.Answer.ok("rolled out\n")
                : KubectlShell.Answer.failed("timed out waiting for the rollout of " + name);
    }

    /** The pods start in the background. */
    private KubectlShell.Answer scale(KubectlArguments arguments) {
        cluster.scale(arguments.word(2), Integer.parseInt(arguments.flag("replicas")));
        return KubectlShell.Answer.ok("scaled\n");
    }

    private KubectlShell.Answer exec(KubectlArguments arguments, String input) {
        return cluster.find(arguments.word(1))
                .flatMap(pod -> pod.command(arguments.flag("container"), arguments.command()))
                .map(command -> KubectlShell.program(command, input))
                .orElseGet(() -> KubectlShell.Answer.failed("no running container in " + arguments.word(1)));
    }

    private static KubectlShell.Answer notFound(String name) {
        return KubectlShell.Answer.failed("Error from server (NotFound): \"" + name + "\" not found");
    }
}
