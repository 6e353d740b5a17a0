package dev.berth.gateway;

import dev.berth.custom.Fields;
import dev.berth.manifest.Namespace;
import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Map;
import java.util.Optional;

/**
 * A Gateway that a route belongs to. Gateways exist in the cluster: whoever runs it declares them.
 *
 * @param gateway the name of the Gateway
 * @param namespace the namespace of the Gateway; empty for that of the route
 * @param sectionName the name of the only listener of the Gateway; empty for all of them
 */
public record ParentReference(String gateway, Optional<Namespace> namespace, Optional<String> sectionName) {

    /**
     * Creates a reference.
     *
     * @throws dev.berth.value.InvalidValueException if a name is not a DNS subdomain
     */
    public ParentReference {
        NameFormat.DNS_SUBDOMAIN.require("Gateway: metadata.name", gateway);
        sectionName.ifPresent(name -> NameFormat.DNS_SUBDOMAIN.require("ParentReference sectionName", name));
    }

    /** A Gateway that already exists in the cluster, in the namespace of the route. */
    public static ParentReference existing(String gateway) {
        return new ParentReference(gateway, Optional.empty(), Optional.empty());
    }

    /** Returns a copy for a Gateway in this namespace. Its listener must allow routes from the namespace of the route. */
    public ParentReference in(Namespace other) {
        return new ParentReference(gateway, Optional.of(other), sectionName);
    }

    /** Returns a copy for one listener of the Gateway. */
    public ParentReference sectionName(String listener) {
        return new ParentReference(gateway, namespace, Optional.of(listener));
    }

    ExistingObject outside() {
        return new ExistingObject("Gateway", gateway);
    }

    Map<String, Object> toMap() {
        return new Fields()
                .put("name", gateway)
                .put("namespace", namespace.map(Namespace::name))
                .put("sectionName", sectionName)
                .toMap();
    }
}
