package dev.berth.secret;

import dev.berth.custom.Fields;
import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;

/**
 * The store from which an {@link ExternalSecret} reads. It has the access to the store, so it already exists in the
 * cluster.
 *
 * @param kind SecretStore or ClusterSecretStore
 * @param name the name
 */
public record SecretStoreRef(String kind, String name) {

    /**
     * Refers to a store.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS subdomain
     */
    public SecretStoreRef {
        NameFormat.DNS_SUBDOMAIN.require(kind + ": metadata.name", name);
    }

    /** A SecretStore in the namespace of the ExternalSecret. */
    public static SecretStoreRef secretStore(String name) {
        return new SecretStoreRef("SecretStore", name);
    }

    /** A ClusterSecretStore, which every namespace can use. */
    public static SecretStoreRef clusterSecretStore(String name) {
        return new SecretStoreRef("ClusterSecretStore", name);
    }

    /** The store, which is outside the rendered set. */
    public ExistingObject outside() {
        return new ExistingObject(kind, name);
    }

    Fields toModel() {
        return new Fields().put("name", name).put("kind", kind);
    }
}
