package dev.berth.rules.binding;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A claim as the binder reads it, after admission has set the default class.
 *
 * @param defaulted whether the class is the default, because the claim does not name one
 */
record Claim(
        String namespace,
        String name,
        @Nullable String uid,
        String storageClass,
        boolean defaulted,
        String attributesClass,
        String volumeMode,
        List<String> accessModes,
        Capacity request,
        @Nullable LabelSelector selector,
        String volumeName) {

    /** The legacy annotation for the class, which takes precedence over the field. */
    static final String CLASS_ANNOTATION = "volume.beta.kubernetes.io/storage-class";

    static Claim of(PersistentVolumeClaim claim, String fallbackNamespace, Optional<String> defaultClass) {
        ObjectMeta metadata = claim.getMetadata() == null ? new ObjectMeta() : claim.getMetadata();
        PersistentVolumeClaimSpec spec = claim.getSpec() == null ? new PersistentVolumeClaimSpec() : claim.getSpec();
        String namespace = text(metadata.getNamespace());
        String named = classOf(metadata, spec.getStorageClassName());
        return new Claim(
                namespace.isEmpty() ? fallbackNamespace : namespace,
                text(metadata.getName()),
                metadata.getUid(),
                named == null ? defaultClass.orElse("") : named,
                named == null && defaultClass.isPresent(),
                text(spec.getVolumeAttributesClassName()),
                mode(spec.getVolumeMode()),
                spec.getAccessModes() == null ? List.of() : spec.getAccessModes(),
                Capacity.of(
                        spec.getResources() == null ? null : spec.getResources().getRequests()),
                spec.getSelector(),
                text(spec.getVolumeName()));
    }

    static @Nullable String classOf(ObjectMeta metadata, @Nullable String field) {
        Map<String, String> annotations = metadata.getAnnotations();
        String annotation = annotations == null ? null : annotations.get(CLASS_ANNOTATION);
        return annotation == null ? field : annotation;
    }

    static String mode(@Nullable String volumeMode) {
        return volumeMode == null ? "Filesystem" : volumeMode;
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Describes its class, and says if it is the default. */
    String classInWords() {
        if (storageClass.isEmpty()) {
            return "no class";
        }
        return "class \"" + storageClass + "\"" + (defaulted ? ", the default" : "");
    }
}
