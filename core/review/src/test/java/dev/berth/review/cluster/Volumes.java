package dev.berth.review.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.value.Quantity;
import java.util.Optional;

/**
 * Binds claims to volumes, provisions volumes with real directories, expands them, and deletes those that are released.
 *
 * <p>Follows {@code syncUnboundClaim}, {@code syncVolume} and {@code reclaimVolume} of {@code
 * pkg/controller/volume/persistentvolume/pv_controller.go}, {@code CheckVolumeModeMismatches} and {@code FindMatchingVolume}
 * of {@code staging/src/k8s.io/component-helpers/storage/volume/pv_helpers.go}, and {@code setDefaultClass} of {@code
 * plugin/pkg/admission/storage/storageclass/setdefault/admission.go} (Kubernetes 1.36).
 */
final class Volumes {
    private static final long GIB = 1L << 30;

    private final Store store;
    private final Disks disks;
    private final boolean resizesOnline;
    private int provisioned;

    Volumes(Store store, Disks disks, boolean resizesOnline) {
        this.store = store;
        this.disks = disks;
        this.resizesOnline = resizesOnline;
    }

    boolean sync() {
        boolean changed = false;
        for (ObjectNode claim : store.list("PersistentVolumeClaim")) {
            if (!Store.isTerminating(claim)) {
                changed |= isBound(claim) ? expand(claim) : bind(claim);
            }
        }
        for (ObjectNode volume : store.list("PersistentVolume")) {
            changed |= release(volume);
        }
        return changed;
    }

    static boolean isBound(JsonNode claim) {
        return claim.path("status").path("phase").asText().equals("Bound");
    }

    private boolean bind(ObjectNode claim) {
        Optional<ObjectNode> volume = candidate(claim).filter(found -> satisfies(found, claim));
        if (volume.isEmpty()
                && !claim.path("spec").has("volumeName")
                && reserved(claim).isEmpty()
                && mayProvision(claim)) {
            volume = Optional.of(provision(claim));
        }
        volume.ifPresent(found -> {
            found.withObject("/spec")
                    .withObject("/claimRef")
                    .put("namespace", Store.namespaceOf(claim))
                    .put("name", Store.nameOf(claim))
                    .put("uid", Store.uid(claim));
            found.withObject("/status").put("phase", "Bound");
            claim.withObject("/spec").put("volumeName", Store.nameOf(found));
            ObjectNode status = claim.withObject("/status").put("phase", "Bound");
            status.set("capacity", found.path("spec").path("capacity").deepCopy());
        });
        return volume.isPresent();
    }

    private Optional<ObjectNode> candidate(JsonNode claim) {
        JsonNode name = claim.path("spec").path("volumeName");
        if (!name.isMissingNode()) {
            return store.find("PersistentVolume", "", name.asText())
                    .filter(volume -> !volume.path("spec").hasNonNull("claimRef") || isFor(volume, claim));
        }
        Optional<ObjectNode> reserved = reserved(claim);
        return reserved.isPresent()
                ? reserved
                : store.list("PersistentVolume").stream()
                        .filter(volume -> !volume.path("spec").hasNonNull("claimRef") && satisfies(volume, claim))
                        .findFirst();
    }

    private Optional<ObjectNode> reserved(JsonNode claim) {
        return store.list("PersistentVolume").stream()
                .filter(volume -> isFor(volume, claim))
                .findFirst();
    }

    private static boolean isFor(JsonNode volume, JsonNode claim) {
        JsonNode reference = volume.path("spec").path("claimRef");
        return reference.path("namespace").asText().equals(Store.namespaceOf(claim))
                && reference.path("name").asText().equals(Store.nameOf(claim))
                && (!reference.hasNonNull("uid")
                        || reference.path("uid").asText().equals(Store.uid(claim)));
    }

    private static boolean satisfies(JsonNode volume, JsonNode claim) {
        JsonNode spec = claim.path("spec");
        return size(volume.path("spec").path("capacity"))
                        >= size(spec.path("resources").path("requests"))
                && volume.path("spec")
                        .path("storageClassName")
                        .asText("")
                        .equals(spec.path("storageClassName").asText(""))
                && volume.path("spec")
                        .path("volumeMode")
                        .asText("Filesystem")
                        .equals(spec.path("volumeMode").asText("Filesystem"));
    }

    private boolean mayProvision(JsonNode claim) {
        Optional<ObjectNode> storageClass = classOf(claim);
        return storageClass.isPresent()
                && (!storageClass.get().path("volumeBindingMode").asText().equals("WaitForFirstConsumer")
                        || store.list("Pod", Store.namespaceOf(claim)).stream().anyMatch(pod -> mounts(pod, claim)));
    }

    private static boolean mounts(JsonNode pod, JsonNode claim) {
        return pod.path("spec").path("volumes").findValuesAsText("claimName").contains(Store.nameOf(claim));
    }

    private Optional<ObjectNode> classOf(JsonNode claim) {
        return store.find(
                "StorageClass", "", claim.path("spec").path("storageClassName").asText());
    }

    private ObjectNode provision(JsonNode claim) {
        JsonNode storageClass = classOf(claim).orElseThrow();
        ObjectNode volume = Json.object("v1", "PersistentVolume", "", "pv-" + ++provisioned);
        ObjectNode spec = volume.withObject("/spec");
        spec.withObject("/capacity").put("storage", roundedUp(claim));
        spec.set("accessModes", claim.path("spec").path("accessModes").deepCopy());
        spec.put(
                        "persistentVolumeReclaimPolicy",
                        storageClass.path("reclaimPolicy").asText("Delete"))
                .put("storageClassName", Store.nameOf(storageClass))
                .put("volumeMode", claim.path("spec").path("volumeMode").asText("Filesystem"));
        store.put(volume);
        disks.create(Store.nameOf(volume));
        return volume;
    }

    /** A driver may round a size up: this one sells whole gibibytes. */
    private static String roundedUp(JsonNode claim) {
        long bytes = size(claim.path("spec").path("resources").path("requests"));
        return (bytes + GIB - 1) / GIB + "Gi";
    }

    private boolean expand(ObjectNode claim) {
        long wanted = size(claim.path("spec").path("resources").path("requests"));
        ObjectNode volume = store.find(
                        "PersistentVolume",
                        "",
                        claim.path("spec").path("volumeName").asText())
                .orElseThrow();
        if (size(volume.path("spec").path("capacity")) >= wanted) {
            return false;
        }
        volume.withObject("/spec").withObject("/capacity").put("storage", roundedUp(claim));
        if (resizesOnline) {
            claim.withObject("/status").withObject("/capacity").put("storage", roundedUp(claim));
        } else {
            claim.withObject("/status")
                    .putArray("conditions")
                    .addObject()
                    .put("type", "FileSystemResizePending")
                    .put("status", "True");
        }
        return true;
    }

    private boolean release(ObjectNode volume) {
        JsonNode reference = volume.path("spec").path("claimRef");
        boolean gone = reference.hasNonNull("uid")
                && !store.hasUid(reference.path("uid").asText());
        String phase = gone ? "Released" : reference.hasNonNull("uid") ? "Bound" : "Available";
        if (gone
                && volume.path("spec")
                        .path("persistentVolumeReclaimPolicy")
                        .asText()
                        .equals("Delete")) {
            store.remove(volume);
            disks.delete(Store.nameOf(volume));
            return true;
        }
        boolean changed = !volume.path("status").path("phase").asText().equals(phase);
        volume.withObject("/status").put("phase", phase);
        return changed;
    }

    private static long size(JsonNode amounts) {
        return Quantity.of(amounts.path("storage").asText("0")).amount().longValueExact();
    }
}
