package dev.berth.rules.binding;

import dev.berth.rules.selector.LabelSelectors;
import dev.berth.rules.selector.NodeSelectors;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why one volume does not serve one claim, in words; nothing where it does. */
final class Mismatch {

    private static final Set<String> FREE = Set.of("", "Pending", "Available");

    private final PersistentVolume volume;
    private final PersistentVolumeSpec spec;
    private final Claim claim;
    private final List<String> reasons = new ArrayList<>();

    private Mismatch(PersistentVolume volume, Claim claim) {
        this.volume = volume;
        this.spec = volume.getSpec() == null ? new PersistentVolumeSpec() : volume.getSpec();
        this.claim = claim;
    }

    /**
     * Of a volume that the controller considers for a claim that names none. What is reserved for the claim is not asked
     * for class, labels and phase.
     *
     * <p>Source: {@code FindMatchingVolume} in {@code component-helpers/storage/volume/pv_helpers.go}, and the index by
     * access modes in {@code pkg/controller/volume/persistentvolume/index.go}.
     */
    static List<String> ofCandidate(PersistentVolume volume, Claim claim) {
        Mismatch mismatch = new Mismatch(volume, claim);
        mismatch.reserved();
        mismatch.capacity(Amount.of(mismatch.spec.getCapacity()).isLessThan(claim.request()));
        mismatch.volumeMode();
        mismatch.accessModes();
        mismatch.attributesClass();
        mismatch.deleted();
        if (!isReservedFor(claim, volume)) {
            mismatch.phase();
            mismatch.labels();
            mismatch.storageClass();
        }
        return mismatch.reasons;
    }

    /**
     * Of the volume that a claim names. Its labels are not asked for, and nothing at all where it is reserved for the
     * claim.
     *
     * <p>Source: {@code syncUnboundClaim} and {@code checkVolumeSatisfyClaim} in
     * {@code pkg/controller/volume/persistentvolume/pv_controller.go}.
     */
    static List<String> ofNamed(PersistentVolume volume, Claim claim) {
        Mismatch mismatch = new Mismatch(volume, claim);
        if (isReservedFor(claim, volume)) {
            return List.of();
        }
        mismatch.reserved();
        mismatch.deleted();
        mismatch.capacity(Amount.of(mismatch.spec.getCapacity()).isLessInWholeBytesThan(claim.request()));
        mismatch.storageClass();
        mismatch.attributesClass();
        mismatch.volumeMode();
        mismatch.accessModes();
        return mismatch.reasons;
    }

    /** Of a volume and the node that a pod is to run on. */
    static List<String> ofNode(PersistentVolume volume, Map<String, String> nodeLabels) {
        boolean anywhere = volume.getSpec() == null
                || volume.getSpec().getNodeAffinity() == null
                || NodeSelectors.matches(volume.getSpec().getNodeAffinity().getRequired(), nodeLabels);
        return anywhere ? List.of() : List.of("its nodeAffinity excludes the node");
    }

    /** Whether the volume's {@code claimRef} is this claim. */
    static boolean isReservedFor(Claim claim, PersistentVolume volume) {
        ObjectReference reserved =
                volume.getSpec() == null ? null : volume.getSpec().getClaimRef();
        return reserved != null
                && claim.name().equals(reserved.getName())
                && claim.namespace().equals(reserved.getNamespace())
                && (Claim.text(reserved.getUid()).isEmpty() || reserved.getUid().equals(claim.uid()));
    }

    private void reserved() {
        ObjectReference reserved = spec.getClaimRef();
        if (reserved == null || isReservedFor(claim, volume)) {
            return;
        }
        String owner = Claim.text(reserved.getNamespace()) + "/" + Claim.text(reserved.getName());
        if (owner.equals(claim.namespace() + "/" + claim.name())) {
            reasons.add("its claimRef has the uid of an earlier claim of that name: remove the uid");
        } else if (Claim.text(reserved.getNamespace()).isEmpty()) {
            reasons.add("its claimRef names no namespace, so no claim is meant");
        } else {
            reasons.add("its claimRef reserves it for " + owner);
        }
    }

    private void capacity(boolean tooSmall) {
        if (tooSmall) {
            reasons.add("it has " + Amount.of(spec.getCapacity()).text() + " where "
                    + claim.request().text() + " are requested");
        }
    }

    private void volumeMode() {
        if (!claim.volumeMode().equals(Claim.mode(spec.getVolumeMode()))) {
            reasons.add("its volumeMode is " + Claim.mode(spec.getVolumeMode()) + " where " + claim.volumeMode()
                    + " is requested");
        }
    }

    private void accessModes() {
        // A copy that can be asked for null, which a torn claim may request.
        List<String> offered = new ArrayList<>();
        if (spec.getAccessModes() != null) {
            offered.addAll(spec.getAccessModes());
        }
        if (!offered.containsAll(claim.accessModes())) {
            reasons.add("its accessModes are " + offered + " where " + claim.accessModes() + " are requested");
        }
    }

    private void attributesClass() {
        String offered = Claim.text(spec.getVolumeAttributesClassName());
        if (!offered.equals(claim.attributesClass())) {
            reasons.add("its volumeAttributesClassName is \"" + offered + "\" where \"" + claim.attributesClass()
                    + "\" is requested");
        }
    }

    private void storageClass() {
        ObjectMeta metadata = volume.getMetadata() == null ? new ObjectMeta() : volume.getMetadata();
        String offered = Claim.text(Claim.classOf(metadata, spec.getStorageClassName()));
        if (!offered.equals(claim.storageClass())) {
            String its = offered.isEmpty() ? "it has no class" : "its class is \"" + offered + "\"";
            reasons.add(its + " where the claim has " + claim.classInWords());
        }
    }

    private void labels() {
        LabelSelector selector = claim.selector();
        Map<String, String> labels =
                volume.getMetadata() == null ? null : volume.getMetadata().getLabels();
        if (selector != null && !LabelSelectors.matches(selector, labels)) {
            Set<String> keys = new TreeSet<>();
            Stream.ofNullable(selector.getMatchLabels()).forEach(wanted -> keys.addAll(wanted.keySet()));
            Stream.ofNullable(selector.getMatchExpressions())
                    .flatMap(List::stream)
                    .forEach(wanted -> keys.add(Claim.text(wanted.getKey())));
            reasons.add("its labels do not match the selector: "
                    + keys.stream()
                            .map(key -> labels == null || labels.get(key) == null
                                    ? "no " + key
                                    : key + "=" + labels.get(key))
                            .collect(Collectors.joining(", ")));
        }
    }

    private void phase() {
        String phase =
                volume.getStatus() == null ? "" : Claim.text(volume.getStatus().getPhase());
        if (!FREE.contains(phase)) {
            reasons.add("its phase is " + phase);
        }
    }

    private void deleted() {
        if (volume.getMetadata() != null && volume.getMetadata().getDeletionTimestamp() != null) {
            reasons.add("it is being deleted");
        }
    }
}
