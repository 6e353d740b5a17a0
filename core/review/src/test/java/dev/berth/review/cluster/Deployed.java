package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.review.RunbookChange;
import dev.berth.review.runbook.Runbook;
import dev.berth.review.runbook.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A cluster to which the old tree was applied, and in which the runbooks of a change run. */
final class Deployed {
    private static final String END_OF_STEP = "end-of-step";
    private static final String OUTSIDE = """
            {"apiVersion":"storage.k8s.io/v1","kind":"StorageClass","metadata":{"name":"standard"},
             "provisioner":"example.com/disk","allowVolumeExpansion":true,"volumeBindingMode":"%s"}
            """;
    private static final String SPOOL = """
            {"apiVersion":"v1","kind":"PersistentVolumeClaim",
             "metadata":{"name":"mail-spool","namespace":"statefulset-demo"},
             "spec":{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1Gi"}}}}
            """;

    private final RunbookChange change;
    private final List<Runbook> runbooks;
    private final List<ObjectNode> before;
    private final List<ObjectNode> after;
    private final ModelShell shell;
    private final Path home;
    private final ModelKubectl kubectl;
    final ModelCluster cluster;
    private final List<String> policies;
    private final Map<Integer, List<String>> changing = new TreeMap<>();
    private final Map<Integer, List<Integer>> changesUntil = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();
    private List<Integer> counted = new ArrayList<>();

    Deployed(Reviewed reviewed, Situation situation, ModelShell shell, Path home) throws RefusedException {
        this.change = reviewed.change();
        this.runbooks = reviewed.runbooks();
        this.before = reviewed.before();
        this.after = reviewed.after();
        this.shell = shell;
        this.home = home;
        this.cluster = new ModelCluster(home.resolve("disks"), situation.resizesOnline());
        List<ObjectNode> objects = new ArrayList<>();
        objects.add(Json.read(OUTSIDE.formatted(situation.bindsLate() ? "WaitForFirstConsumer" : "Immediate")));
        objects.add(Json.read(SPOOL));
        objects.addAll(before);
        cluster.deploy(objects);
        situation.state().reach(cluster, reviewed.sets(), reviewed.applied());
        cluster.server.forget(cluster.lostRows());
        this.kubectl = new ModelKubectl(cluster, file -> file.equals(RunbookChange.FILE) ? after : List.of());
        this.policies = policies();
    }

    /** Returns the runbooks of the change, in the order in which they are to be run. */
    List<Runbook> runbooks() {
        return runbooks;
    }

    /** Runs the runbooks until the failure. */
    void fail(Failure failure) throws Exception {
        Runbook runbook = runbooks.get(failure.runbook());
        for (Runbook earlier : runbooks.subList(0, failure.runbook())) {
            run(earlier.script(), Failure.NONE);
        }
        List<Step> steps =
                failure.step() < 0 ? runbook.steps() : runbook.steps().subList(0, failure.step());
        run(new Runbook(runbook.object(), runbook.title(), runbook.optional(), steps).script(), failure);
    }

    private ModelKubectl.Answer run(String script, Failure failure) throws Exception {
        calls.clear();
        return shell.run(script, home, (words, input) -> {
            if (words.get(0).equals(END_OF_STEP)) {
                counted.add(calls.size());
                return ModelKubectl.Answer.ok("");
            }
            if (!ModelKubectl.changes(words)) {
                return kubectl.run(words, input);
            }
            calls.add((words + input).replaceAll("[0-9]", "#"));
            if (calls.size() != failure.call()) {
                return kubectl.run(words, input);
            }
            if (failure.hasEffect()) {
                kubectl.run(words, input);
            }
            return ModelKubectl.Answer.failed("The connection to the server was lost");
        });
    }

    /** Runs a runbook without a failure; remembers which of its commands change the cluster. */
    ModelKubectl.Answer run(int number) throws Exception {
        Runbook runbook = runbooks.get(number);
        List<Step> steps = new ArrayList<>();
        for (Step step : runbook.steps()) {
            List<String> lines = new ArrayList<>(step.lines());
            lines.add("kubectl " + END_OF_STEP);
            steps.add(new Step(step.phase(), step.why(), lines));
        }
        List<Integer> counts = new ArrayList<>(List.of(0));
        counted = counts;
        ModelKubectl.Answer answer =
                run(new Runbook(runbook.object(), runbook.title(), runbook.optional(), steps).script(), Failure.NONE);
        changing.put(number, List.copyOf(calls));
        changesUntil.put(number, counts);
        return answer;
    }

    /** Returns the number of commands that have changed the cluster at the end of each step, after a 0 for the start. */
    List<Integer> changesUntil(int runbook) {
        return changesUntil.getOrDefault(runbook, List.of());
    }

    /** Returns the commands that change the cluster when a runbook runs without a failure, with # for each digit. */
    List<String> calls(int runbook) {
        return changing.getOrDefault(runbook, List.of());
    }

    /** Applies the new tree, and deletes what it no longer has, as after a merge. */
    void merge() throws RefusedException {
        for (ObjectNode manifest : after) {
            cluster.api.apply(manifest);
            cluster.settle();
        }
        for (ObjectNode old : before) {
            boolean gone = after.stream()
                    .noneMatch(now -> now.path("kind").equals(old.path("kind"))
                            && Store.nameOf(now).equals(Store.nameOf(old))
                            && Store.namespaceOf(now).equals(Store.namespaceOf(old)));
            if (gone) {
                cluster.api.find(old).ifPresent(live -> cluster.deletion.delete(live, "background"));
                cluster.settle();
            }
        }
    }

    /** Undoes the rollouts that do not come to an end, as a person does. */
    void undoRollouts() throws RefusedException {
        for (ObjectNode manifest : before) {
            cluster.api.apply(manifest);
            cluster.settle();
        }
        for (ObjectNode pod : cluster.store.list("Pod")) {
            if (Kubelet.phase(pod).equals("Running") && !Kubelet.isReady(pod)) {
                cluster.deletion.delete(pod, "background");
                cluster.settle();
            }
        }
    }

    /** Returns what is not as it should be after the runbooks. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        cluster.lostRows().forEach(row -> faults.add("lost: " + row));
        if (change == RunbookChange.NAMESPACE_GONE) {
            return faults;
        }
        for (ObjectNode manifest : after) {
            if (!cluster.api.isInEffect(manifest)) {
                faults.add("not in effect: " + Store.nameOf(manifest));
            }
        }
        for (JsonNode set : cluster.store.list("StatefulSet")) {
            if (!Rollout.isUpToDate(set)) {
                faults.add("not rolled out: " + Store.nameOf(set));
            }
        }
        for (JsonNode pod : cluster.store.list("Pod")) {
            if (Store.nameOf(pod).startsWith("copy-to-") || Store.nameOf(pod).endsWith("-move")) {
                faults.add("left over: " + Store.nameOf(pod));
            }
            if (pod.path("metadata").path("labels").has("statefulset.kubernetes.io/pod-name") && !Owners.hasAny(pod)) {
                faults.add("without an owner: " + Store.nameOf(pod));
            }
            missing(pod).forEach(row -> faults.add(Store.nameOf(pod) + " does not find " + row));
        }
        faults.addAll(labels());
        if (!keepsVolumes() && !policies().equals(policies)) {
            faults.add("reclaim policies: " + policies());
        }
        cluster.store.list("PersistentVolume").stream()
                .filter(volume -> volume.path("metadata").path("annotations").has("berth.dev/moves-to"))
                .forEach(volume -> faults.add("still moves: " + Store.nameOf(volume)));
        return faults;
    }

    /** Scales every StatefulSet up to all claims that it has; returns what its pods do not find. */
    List<String> faultsAfterScaleUp() throws RefusedException {
        List<String> faults = new ArrayList<>();
        for (ObjectNode set : cluster.store.list("StatefulSet")) {
            int last = SetController.start(set) + SetController.replicas(set);
            while (hasClaims(set, last)) {
                last++;
            }
            ObjectNode patch = Json.read("{}");
            patch.withObject("/spec").put("replicas", last - SetController.start(set));
            cluster.api.patch(set, patch);
            cluster.settle();
        }
        cluster.store.list("Pod").forEach(pod -> missing(pod)
                .forEach(row -> faults.add(Store.nameOf(pod) + " does not find " + row + " when it is scaled up")));
        return faults;
    }

    private boolean hasClaims(JsonNode set, int ordinal) {
        JsonNode templates = set.path("spec").path("volumeClaimTemplates");
        for (JsonNode template : templates) {
            if (cluster.api.find(SetPod.claim(set, template, ordinal)).isEmpty()) {
                return false;
            }
        }
        return !templates.isEmpty();
    }

    /** Returns the rows that the server of a pod had, and that it does not find. */
    private List<String> missing(JsonNode pod) {
        List<String> missing = new ArrayList<>();
        cluster.server.rows(pod).forEach((path, rows) -> {
            String ordinal = Store.nameOf(pod).substring(Store.nameOf(pod).lastIndexOf('-') + 1);
            cluster.server.written().forEach((place, lines) -> {
                String writer = place.substring(0, place.indexOf(' '));
                boolean same = place.endsWith(" " + path)
                        && app(writer).equals(app(Store.nameOf(pod)))
                        && (writer.endsWith("-" + ordinal) || !writer.matches(".*-[0-9]"));
                lines.stream().filter(line -> same && !rows.contains(line)).forEach(missing::add);
            });
        });
        return missing;
    }

    private static String app(String pod) {
        String name = pod.substring(0, pod.indexOf('-'));
        return name.equals("db") ? "postgres" : name;
    }

    /** Claims of a StatefulSet have the labels that its controller would have given them. */
    private List<String> labels() {
        List<String> faults = new ArrayList<>();
        for (JsonNode set : cluster.store.list("StatefulSet")) {
            for (JsonNode template : set.path("spec").path("volumeClaimTemplates")) {
                for (int i = 0; i < SetController.replicas(set); i++) {
                    JsonNode wanted = SetPod.claim(set, template, SetController.start(set) + i);
                    JsonNode claim = cluster.store
                            .find("PersistentVolumeClaim", Store.namespaceOf(set), Store.nameOf(wanted))
                            .orElseThrow();
                    if (!claim.path("metadata")
                            .path("labels")
                            .equals(wanted.path("metadata").path("labels"))) {
                        faults.add("labels of " + Store.nameOf(claim) + ": "
                                + claim.path("metadata").path("labels"));
                    }
                }
            }
        }
        return faults;
    }

    /** Returns the reclaim policies of the volumes that are in use. */
    private List<String> policies() {
        return cluster.store.list("PersistentVolume").stream()
                .filter(volume -> volume.path("status").path("phase").asText().equals("Bound"))
                .map(volume -> volume.path("spec")
                        .path("persistentVolumeReclaimPolicy")
                        .asText())
                .distinct()
                .sorted()
                .toList();
    }

    private boolean keepsVolumes() {
        return runbooks.stream().anyMatch(runbook -> runbook.title().startsWith("Keep the data"));
    }
}
