package dev.berth.volumes;

import dev.berth.manifest.Namespace;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;

/**
 * The claim that a PersistentVolume is reserved for. The claim does not need to exist yet: no other claim can bind to
 * the volume.
 *
 * @param namespace the claim's namespace
 * @param name the claim's name
 */
public record ClaimReference(String namespace, String name) {

    /**
     * Creates a reference to a claim.
     *
     * @throws dev.berth.value.InvalidValueException if the name of the namespace or of the claim is not valid
     */
    public ClaimReference {
        NameFormat.DNS_LABEL.require("ClaimReference namespace", namespace);
        NameFormat.DNS_SUBDOMAIN.require("ClaimReference name", name);
    }

    /** Returns a reference to a claim in this namespace. */
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
