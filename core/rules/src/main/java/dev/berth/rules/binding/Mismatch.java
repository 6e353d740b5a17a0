package dev.berth.rules.binding;

import dev.berth.rules.selector.LabelSelectors;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A reason why a volume does not match a claim. */
enum Mismatch {
    RESERVED,
    CAPACITY,
    CAPACITY_IN_BYTES,
    VOLUME_MODE,
    ACCESS_MODES,
    ATTRIBUTES_CLASS,
    DELETED,
    PHASE,
    LABELS,
    STORAGE_CLASS;

    private static final Set<String> FREE = Set.of("", "Pending", "Available");

    private static final List<Mismatch> OF_RESERVED =
            List.of(RESERVED, CAPACITY, VOLUME_MODE, ACCESS_MODES, ATTRIBUTES_CLASS, DELETED);

    private static final List<Mismatch> OF_ANY = List.of(
            RESERVED, CAPACITY, VOLUME_MODE, ACCESS_MODES, ATTRIBUTES_CLASS, DELETED, PHASE, LABELS, STORAGE_CLASS);

    private static final List<Mismatch> OF_NAMED =
            List.of(RESERVED, DELETED, CAPACITY_IN_BYTES, STORAGE_CLASS, ATTRIBUTES_CLASS, VOLUME_MODE, ACCESS_MODES);

    /**
     * Returns the reasons that count for a volume that the controller considers for a claim that names no volume. A
     * volume that is reserved for the claim is not checked for class, labels and phase.
     *
     * <p>Source: {@code FindMatchingVolume} in {@code component-helpers/storage/volume/pv_helpers.go}, and the index by
     * access modes in {@code pkg/controller/volume/persistentvolume/index.go}.
     */
    static List<Mismatch> ofCandidate(Candidate volume, Claim claim) {
        return volume.isReservedFor(claim) ? OF_RESERVED : OF_ANY;
    }

    /**
     * Returns the reasons that count for the volume that a claim names. Its labels are not checked, and nothing at all
     * if it is reserved for the claim.
     *
     * <p>Source: {@code syncUnboundClaim} and {@code checkVolumeSatisfyClaim} in {@code
     * pkg/controller/volume/persistentvolume/pv_controller.go}.
     */
    static List<Mismatch> ofNamed(Candidate volume, Claim claim) {
        return volume.isReservedFor(claim) ? List.of() : OF_NAMED;
    }

    /** Returns whether one of these reasons applies. */
    static boolean isAny(List<Mismatch> possible, Candidate volume, Claim claim) {
        for (Mismatch reason : possible) {
            if (reason.applies(volume, claim)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the reason applies. */
    boolean applies(Candidate volume, Claim claim) {
        return switch (this) {
            case RESERVED -> volume.owner != null && !volume.owner.is(claim);
            case CAPACITY -> volume.capacity.isLessThan(claim.request());
            case CAPACITY_IN_BYTES -> volume.capacity.isLessInWholeBytesThan(claim.request());
            case VOLUME_MODE -> !claim.volumeMode().equals(volume.volumeMode);
            // A copy can contain null, which a broken claim may request.
            case ACCESS_MODES -> !new ArrayList<>(volume.accessModes).containsAll(claim.accessModes());
            case ATTRIBUTES_CLASS -> !volume.attributesClass.equals(claim.attributesClass());
            case DELETED -> volume.deleted;
            case PHASE -> !FREE.contains(volume.phase);
            case LABELS -> claim.selector() != null && !LabelSelectors.matches(claim.selector(), volume.labels);
            case STORAGE_CLASS -> !volume.storageClass.equals(claim.storageClass());
        };
    }

    /** Returns the text of the reason if it applies. */
    String inWords(Candidate volume, Claim claim) {
        return switch (this) {
            case RESERVED -> reserved(Objects.requireNonNull(volume.owner), claim);
            case CAPACITY, CAPACITY_IN_BYTES -> capacity(volume, claim);
            case VOLUME_MODE ->
                "its volumeMode is " + volume.volumeMode + ", but " + claim.volumeMode() + " is requested";
            case ACCESS_MODES ->
                "its accessModes are " + volume.accessModes + ", but " + claim.accessModes() + " are requested";
            case ATTRIBUTES_CLASS ->
                "its volumeAttributesClassName is \"" + volume.attributesClass + "\", but \"" + claim.attributesClass()
                        + "\" is requested";
            case DELETED -> "it is being deleted";
            case PHASE -> "its phase is " + volume.phase;
            case LABELS -> labels(volume.labels, Objects.requireNonNull(claim.selector()));
            case STORAGE_CLASS ->
                (volume.storageClass.isEmpty() ? "it has no class" : "its class is \"" + volume.storageClass + "\"")
                        + ", but the claim has " + claim.classInWords();
        };
    }

    private static String reserved(Candidate.Owner owner, Claim claim) {
        if (owner.inWords().equals(claim.namespace() + "/" + claim.name())) {
            return "its claimRef has the uid of an earlier claim with the same name: remove the uid";
        }
        return owner.namespace().isEmpty()
                ? "its claimRef has no namespace, so it matches no claim"
                : "its claimRef reserves it for " + owner.inWords();
    }

    private static String capacity(Candidate volume, Claim claim) {
        return "it has " + volume.capacity.text() + ", but " + claim.request().text() + " are requested";
    }

    private static String labels(Map<String, String> labels, LabelSelector selector) {
        Set<String> keys = new TreeSet<>();
        Stream.ofNullable(selector.getMatchLabels()).forEach(wanted -> keys.addAll(wanted.keySet()));
        Stream.ofNullable(selector.getMatchExpressions())
                .flatMap(List::stream)
                .forEach(wanted -> keys.add(Claim.text(wanted.getKey())));
        return "its labels do not match the selector: "
                + keys.stream()
                        .map(key -> labels.get(key) == null ? "no " + key : key + "=" + labels.get(key))
                        .collect(Collectors.joining(", "));
    }
}
