package dev.berth.rules.binding;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A volume as the binder reads it: the parts of a model, with all its defaults, that are checked. */
final class Candidate {

    final String name;
    final Map<String, String> labels;
    final Capacity capacity;
    final String volumeMode;
    final List<String> accessModes;
    final String attributesClass;
    final String storageClass;
    final boolean deleted;
    final String phase;
    final @Nullable Owner owner;

    /** The claim that a volume is reserved for by its {@code claimRef}. */
    record Owner(String namespace, String name, String uid) {

        boolean is(Claim claim) {
            boolean mayBeIn = claim.namespace().isEmpty() && !namespace.isEmpty();
            return claim.name().equals(name)
                    && (claim.namespace().equals(namespace) || mayBeIn)
                    && (uid.isEmpty() || uid.equals(claim.uid()));
        }

        String inWords() {
            return namespace + "/" + name;
        }
    }

    Candidate(PersistentVolume volume) {
        ObjectMeta metadata = volume.getMetadata() == null ? new ObjectMeta() : volume.getMetadata();
        PersistentVolumeSpec spec = volume.getSpec() == null ? new PersistentVolumeSpec() : volume.getSpec();
        this.name = Claim.text(metadata.getName());
        this.labels = metadata.getLabels() == null ? Map.of() : metadata.getLabels();
        this.capacity = Capacity.of(spec.getCapacity());
        this.volumeMode = Claim.mode(spec.getVolumeMode());
        this.accessModes = spec.getAccessModes() == null ? List.of() : spec.getAccessModes();
        this.attributesClass = Claim.text(spec.getVolumeAttributesClassName());
        this.storageClass = Claim.text(Claim.classOf(metadata, spec.getStorageClassName()));
        this.deleted = metadata.getDeletionTimestamp() != null;
        this.phase =
                volume.getStatus() == null ? "" : Claim.text(volume.getStatus().getPhase());
        this.owner = ownerOf(spec.getClaimRef());
    }

    private static @Nullable Owner ownerOf(@Nullable ObjectReference reference) {
        return reference == null
                ? null
                : new Owner(
                        Claim.text(reference.getNamespace()),
                        Claim.text(reference.getName()),
                        Claim.text(reference.getUid()));
    }

    boolean isReservedFor(Claim claim) {
        return owner != null && owner.is(claim);
    }

    /** Returns the number of its access modes: volumes with fewer are checked first. */
    int countOfModes() {
        return new HashSet<>(accessModes).size();
    }
}
