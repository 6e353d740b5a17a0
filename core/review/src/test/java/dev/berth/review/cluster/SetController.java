package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The controller of StatefulSets: one step for each call, as one pod at a time changes.
 *
 * <p>Follows {@code updateStatefulSet}, {@code processReplica} and {@code processCondemned} of {@code
 * pkg/controller/statefulset/stateful_set_control.go}, {@code CreateStatefulPod} and {@code UpdateStatefulPod} of {@code
 * stateful_pod_control.go}, and {@code storageMatches} of {@code stateful_set_utils.go} (Kubernetes 1.36). It does not have
 * {@code maxUnavailable}, and a missing pod is created with the newest template, whatever the partition.
 */
final class SetController {
    private static final String REVISION = "controller-revision-hash";

    private final Store store;
    private final Deletion deletion;

    SetController(Store store, Deletion deletion) {
        this.store = store;
        this.deletion = deletion;
    }

    boolean sync() {
        boolean changed = false;
        for (ObjectNode set : store.list("StatefulSet")) {
            changed |= adopt(set) || step(set);
            status(set);
        }
        return changed;
    }

    /** Follows {@code ClaimPods} of {@code pkg/controller/controller_ref_manager.go}, and {@code isMemberOf}. */
    private boolean adopt(ObjectNode set) {
        boolean changed = false;
        for (ObjectNode pod : store.list("Pod", Store.namespaceOf(set))) {
            boolean matches =
                    Store.hasLabels(pod, set.path("spec").path("selector").path("matchLabels"))
                            && ordinal(set, pod) >= 0;
            if (matches && !Owners.hasAny(pod) && !Store.isTerminating(pod)) {
                Owners.add(pod, set);
                changed = true;
            } else if (!matches && Owners.has(pod, set)) {
                Owners.remove(pod, Store.uid(set));
                changed = true;
            }
        }
        return changed;
    }

    private boolean step(ObjectNode set) {
        boolean monotonic =
                !set.path("spec").path("podManagementPolicy").asText().equals("Parallel");
        List<ObjectNode> pods = pods(set);
        boolean changed = false;
        for (int ordinal = start(set); ordinal < start(set) + replicas(set); ordinal++) {
            Optional<ObjectNode> pod = find(pods, set, ordinal);
            if (pod.isEmpty()) {
                changed |= create(set, ordinal);
                if (monotonic) {
                    return changed;
                }
                continue;
            }
            if (Kubelet.phase(pod.get()).equals("Pending")) {
                changed |= createClaims(set, ordinal);
            }
            if (!Kubelet.isReady(pod.get())) {
                if (monotonic) {
                    return changed;
                }
                continue;
            }
            if (!storageMatches(set, pod.get(), ordinal)) {
                // The controller updates the volumes of the pod; the API server refuses that, and nothing else happens.
                return createClaims(set, ordinal) || changed;
            }
            changed |= updateOwners(set, pod.get(), ordinal, false);
        }
        return changed || scaleDown(set, pods, monotonic) || rollOut(set);
    }

    private boolean scaleDown(ObjectNode set, List<ObjectNode> pods, boolean monotonic) {
        List<ObjectNode> condemned = pods.stream()
                .filter(pod -> ordinal(set, pod) < start(set) || ordinal(set, pod) >= start(set) + replicas(set))
                .sorted(Comparator.comparing((ObjectNode pod) -> ordinal(set, pod))
                        .reversed())
                .toList();
        boolean changed = false;
        for (ObjectNode pod : condemned) {
            changed |= updateOwners(set, pod, ordinal(set, pod), true);
        }
        for (ObjectNode pod : condemned) {
            if (!Store.isTerminating(pod)) {
                deletion.delete(pod, "background");
                changed = true;
            }
            if (monotonic) {
                return true;
            }
        }
        return changed;
    }

    private boolean rollOut(ObjectNode set) {
        if (set.path("spec").path("updateStrategy").path("type").asText().equals("OnDelete")) {
            return false;
        }
        for (int ordinal = start(set) + replicas(set) - 1; ordinal >= start(set) + partition(set); ordinal--) {
            ObjectNode pod = find(pods(set), set, ordinal).orElseThrow();
            if (!isUpdated(set, pod) && !Store.isTerminating(pod)) {
                deletion.delete(pod, "background");
                return true;
            }
            if (!Kubelet.isReady(pod)) {
                return false;
            }
        }
        return false;
    }

    private boolean create(ObjectNode set, int ordinal) {
        String name = Store.nameOf(set) + "-" + ordinal;
        for (String claim : claims(set, ordinal)) {
            Optional<ObjectNode> found = store.find("PersistentVolumeClaim", Store.namespaceOf(set), claim);
            if (found.isPresent()
                    && (SetClaimOwners.isStale(found.get(), set, name) || Store.isTerminating(found.get()))) {
                return false;
            }
        }
        boolean claimed = createClaims(set, ordinal);
        if (store.find("Pod", Store.namespaceOf(set), name).isPresent()) {
            return claimed;
        }
        ObjectNode pod = SetPod.of(set, ordinal);
        pod.withObject("/metadata").withObject("/labels").put(REVISION, revision(set));
        Owners.add(pod, set);
        store.put(pod);
        updateOwners(set, pod, ordinal, false);
        return true;
    }

    private boolean createClaims(ObjectNode set, int ordinal) {
        boolean changed = false;
        for (JsonNode template : set.path("spec").path("volumeClaimTemplates")) {
            ObjectNode claim = SetPod.claim(set, template, ordinal);
            if (store.find("PersistentVolumeClaim", Store.namespaceOf(set), Store.nameOf(claim))
                    .isEmpty()) {
                store.put(Defaults.of(claim, store));
                changed = true;
            }
        }
        return changed;
    }

    private boolean updateOwners(ObjectNode set, JsonNode pod, int ordinal, boolean scaledDown) {
        boolean changed = false;
        for (String name : claims(set, ordinal)) {
            Optional<ObjectNode> claim = store.find("PersistentVolumeClaim", Store.namespaceOf(set), name);
            changed |= claim.isPresent() && SetClaimOwners.update(claim.get(), set, pod, scaledDown);
        }
        return changed;
    }

    private static boolean storageMatches(JsonNode set, JsonNode pod, int ordinal) {
        return pod.path("spec").path("volumes").findValuesAsText("claimName").containsAll(claims(set, ordinal));
    }

    private static List<String> claims(JsonNode set, int ordinal) {
        List<String> claims = new ArrayList<>();
        set.path("spec")
                .path("volumeClaimTemplates")
                .forEach(template -> claims.add(Store.nameOf(SetPod.claim(set, template, ordinal))));
        return claims;
    }

    private void status(ObjectNode set) {
        List<ObjectNode> pods = pods(set);
        set.withObject("/status")
                .put("replicas", pods.size())
                .put("updateRevision", revision(set))
                .put("readyReplicas", pods.stream().filter(Kubelet::isReady).count())
                .put(
                        "updatedReplicas",
                        pods.stream().filter(pod -> isUpdated(set, pod)).count());
    }

    private List<ObjectNode> pods(JsonNode set) {
        return store.list("Pod", Store.namespaceOf(set)).stream()
                .filter(pod -> Owners.has(pod, set))
                .toList();
    }

    private static Optional<ObjectNode> find(List<ObjectNode> pods, JsonNode set, int ordinal) {
        return pods.stream().filter(pod -> ordinal(set, pod) == ordinal).findFirst();
    }

    static boolean isUpdated(JsonNode set, JsonNode pod) {
        return pod.path("metadata").path("labels").path(REVISION).asText().equals(revision(set));
    }

    private static String revision(JsonNode set) {
        return Json.hash(set.path("spec").path("template"));
    }

    static int start(JsonNode set) {
        return set.path("spec").path("ordinals").path("start").asInt(0);
    }

    static int partition(JsonNode set) {
        return set.path("spec")
                .path("updateStrategy")
                .path("rollingUpdate")
                .path("partition")
                .asInt(0);
    }

    static int replicas(JsonNode set) {
        return set.path("spec").path("replicas").asInt(1);
    }

    /** Returns the ordinal of a pod of the set; -1 if it is not one. Follows {@code getParentNameAndOrdinal}. */
    static int ordinal(JsonNode set, JsonNode pod) {
        String name = Store.nameOf(pod);
        String prefix = Store.nameOf(set) + "-";
        return name.startsWith(prefix) && name.substring(prefix.length()).matches("[0-9]{1,9}")
                ? Integer.parseInt(name.substring(prefix.length()))
                : -1;
    }
}
