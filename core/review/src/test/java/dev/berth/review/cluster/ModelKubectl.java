package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * kubectl, as far as runbooks use it: it sends each command to the cluster. Time only passes in the cluster while a command
 * waits, so what has not happened after a command has run never happens: a wait for it times out.
 */
final class ModelKubectl {
    /** What a command prints, and its exit status. */
    record Answer(int status, String out, String error) {
        static Answer ok(String out) {
            return new Answer(0, out, "");
        }

        static Answer failed(String error) {
            return new Answer(1, "", error + "\n");
        }
    }

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("configmap", "ConfigMap"),
            Map.entry("deployment", "Deployment"),
            Map.entry("job", "Job"),
            Map.entry("namespace", "Namespace"),
            Map.entry("persistentvolume", "PersistentVolume"),
            Map.entry("persistentvolumeclaim", "PersistentVolumeClaim"),
            Map.entry("pod", "Pod"),
            Map.entry("pods", "Pod"),
            Map.entry("replicaset", "ReplicaSet"),
            Map.entry("secret", "Secret"),
            Map.entry("service", "Service"),
            Map.entry("statefulset", "StatefulSet"),
            Map.entry("storageclass", "StorageClass"));
    private static final List<String> CLUSTER_SCOPED = List.of("Namespace", "PersistentVolume", "StorageClass");

    private final ModelCluster cluster;
    private final Files files;

    /** The manifests in a file of the tree. */
    interface Files {
        List<ObjectNode> read(String path);
    }

    ModelKubectl(ModelCluster cluster, Files files) {
        this.cluster = cluster;
        this.files = files;
    }

    Answer run(List<String> words, String input) {
        Arguments arguments = Arguments.of(words);
        try {
            return switch (arguments.verb()) {
                case "get" -> get(arguments);
                case "create" -> create(arguments, input);
                case "apply" -> apply(arguments, input);
                case "patch" ->
                    patch(
                            arguments,
                            Json.read(
                                    arguments.flag("type", "").equals("merge") ? arguments.flag("patch", "") : "null"));
                case "annotate" -> annotate(arguments);
                case "delete" -> delete(arguments);
                case "scale" -> scale(arguments);
                case "wait" -> await(arguments);
                case "rollout" -> new Rollout(cluster).run(arguments);
                case "exec" -> new Exec(cluster).run(arguments, input);
                case "logs" -> Answer.ok("");
                default -> throw new IllegalArgumentException("The model has no kubectl " + arguments.verb());
            };
        } catch (RefusedException e) {
            return Answer.failed(String.valueOf(e.getMessage()));
        }
    }

    /** Returns whether a command changes the cluster. */
    static boolean changes(List<String> words) {
        return List.of("create", "apply", "patch", "annotate", "delete", "exec", "scale")
                        .contains(words.get(0))
                || (words.get(0).equals("rollout") && words.get(1).equals("restart"));
    }

    private Answer get(Arguments arguments) {
        String kind = arguments.word(1);
        if (kind.contains(",")) {
            return Answer.ok("");
        }
        String output = arguments.flag("output", "");
        if (!arguments.hasWord(2)) {
            ObjectNode list = Json.read("{\"items\":[]}");
            String labels = arguments.flag("selector", "");
            cluster.store.list(kind(kind)).stream()
                    .filter(object -> !arguments.hasFlag("namespace")
                            || Store.namespaceOf(object).equals(arguments.flag("namespace", "")))
                    .filter(object -> labels.isEmpty() || Store.hasLabels(object, labels(labels)))
                    .forEach(list.withArray("items")::add);
            return Answer.ok(print(output, list));
        }
        Optional<ObjectNode> found = find(kind, arguments.word(2), arguments);
        if (found.isEmpty()) {
            return arguments.hasFlag("ignore-not-found") ? Answer.ok("") : notFound(arguments.word(2));
        }
        return Answer.ok(print(output, found.get()));
    }

    private static String kind(String resource) {
        return Objects.requireNonNull(KINDS.get(resource), resource);
    }

    private static JsonNode labels(String selector) {
        ObjectNode labels = Json.read("{}");
        for (String label : selector.split(",", -1)) {
            labels.put(label.substring(0, label.indexOf('=')), label.substring(label.indexOf('=') + 1));
        }
        return labels;
    }

    private static String print(String output, JsonNode object) {
        if (output.startsWith("jsonpath=")) {
            return JsonPath.print(output.substring("jsonpath=".length()), object);
        }
        return output.equals("name") ? Store.nameOf(object) + "\n" : object + "\n";
    }

    private Answer create(Arguments arguments, String input) throws RefusedException {
        ObjectNode manifest = arguments.hasWord(2)
                ? Json.object("v1", kind(arguments.word(1)), "", arguments.word(2))
                : Json.read(input);
        cluster.api.create(manifest);
        cluster.settle();
        return Answer.ok("created\n");
    }

    /** Applies every manifest of a file, and fails if the server refuses one: the others are still applied. */
    private Answer apply(Arguments arguments, String input) {
        if (!arguments.hasFlag("server-side")) {
            throw new IllegalArgumentException("The runbooks apply server-side");
        }
        if (!arguments.hasFlag("force-conflicts")) {
            throw new IllegalArgumentException("Who scales a workload by hand owns its replicas: there is a conflict");
        }
        List<String> refused = new ArrayList<>();
        String file = arguments.flag("filename", "");
        for (ObjectNode manifest : file.equals("-") ? List.of(Json.read(input)) : files.read(file)) {
            try {
                cluster.api.apply(manifest);
            } catch (RefusedException e) {
                refused.add(String.valueOf(e.getMessage()));
            }
            cluster.settle();
        }
        return refused.isEmpty() ? Answer.ok("serverside-applied\n") : Answer.failed(String.join("\n", refused));
    }

    private Answer patch(Arguments arguments, ObjectNode patch) throws RefusedException {
        Optional<ObjectNode> found = find(arguments.word(1), arguments.word(2), arguments);
        if (found.isEmpty()) {
            return notFound(arguments.word(2));
        }
        cluster.api.patch(found.get(), patch);
        cluster.settle();
        return Answer.ok("patched\n");
    }

    private Answer scale(Arguments arguments) throws RefusedException {
        ObjectNode patch = Json.read("{}");
        patch.withObject("/spec").put("replicas", Integer.parseInt(arguments.flag("replicas", "")));
        return patch(arguments, patch);
    }

    private Answer annotate(Arguments arguments) throws RefusedException {
        ObjectNode patch = Json.read("{}");
        ObjectNode annotations = patch.withObject("/metadata").withObject("/annotations");
        String word = arguments.word(3);
        if (word.endsWith("-") && !word.contains("=")) {
            annotations.putNull(word.substring(0, word.length() - 1));
        } else {
            annotations.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
        }
        return patch(arguments, patch);
    }

    private Answer delete(Arguments arguments) {
        List<String> stuck = new ArrayList<>();
        for (String name : arguments.words().subList(2, arguments.words().size())) {
            Optional<ObjectNode> found = find(arguments.word(1), name, arguments);
            if (found.isEmpty()) {
                if (!arguments.hasFlag("ignore-not-found")) {
                    return notFound(name);
                }
                continue;
            }
            String uid = Store.uid(found.get());
            cluster.deletion.delete(found.get(), arguments.flag("cascade", "background"));
            cluster.settle();
            if (cluster.store.hasUid(uid)) {
                stuck.add(name);
            }
        }
        return stuck.isEmpty()
                ? Answer.ok("deleted\n")
                : Answer.failed("timed out waiting for the deletion of " + stuck);
    }

    private Answer await(Arguments arguments) {
        String[] object = arguments.word(1).split("/", 2);
        Optional<ObjectNode> found = find(object[0], object[1], arguments);
        if (found.isEmpty()) {
            return notFound(object[1]);
        }
        String condition = arguments.flag("for", "");
        boolean met = condition.equals("condition=Ready")
                ? Kubelet.isReady(found.get())
                : isEqual(condition.substring("jsonpath=".length()), found.get());
        return met ? Answer.ok("condition met\n") : Answer.failed("timed out waiting for " + condition);
    }

    private static boolean isEqual(String condition, JsonNode object) {
        int end = condition.lastIndexOf("}=");
        return JsonPath.print(condition.substring(0, end + 1), object).equals(condition.substring(end + 2));
    }

    private Optional<ObjectNode> find(String kind, String name, Arguments arguments) {
        String type = KINDS.getOrDefault(kind, kind);
        String namespace = CLUSTER_SCOPED.contains(type) ? "" : arguments.flag("namespace", "default");
        return cluster.store.find(type, namespace, name);
    }

    private static Answer notFound(String name) {
        return Answer.failed("Error from server (NotFound): \"" + name + "\" not found");
    }
}
