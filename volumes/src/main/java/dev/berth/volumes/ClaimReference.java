package dev.berth.volumes;

import dev.berth.manifest.Namespace;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;

/**
 * The claim that a PersistentVolume is reserved for. The claim need not be there yet: no other one gets the volume.
 *
 * @param namespace the claim's namespace
 * @param name the claim's name
 */
public record ClaimReference(String namespace, String name) {

    /**
     * Names a claim.
     *
     * @throws dev.berth.value.InvalidValueException when a name is none of a namespace or of a claim
     */
    public ClaimReference {
        NameFormat.DNS_LABEL.require("ClaimReference namespace", namespace);
        NameFormat.DNS_SUBDOMAIN.require("ClaimReference name", name);
    }

    /** A claim in the namespace in whose files it stands. */
    public static ClaimReference of(ClaimSource claim, Namespace namespace) {
        return new ClaimReference(namespace.name(), claim.name());
    }

    ObjectReference toModel() {
        return new ObjectReferenceBuilder()
                .withApiVersion("v1")
                .withKind("PersistentVolumeClaim")
                .withNamespace(namespace)
                .withName(name)
                .build();
    }
}
