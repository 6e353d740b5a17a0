package dev.berth.ingress;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/** An IngressClass that already exists in the cluster. */
record ExistingIngressClass(String name) implements IngressClassSource {

    ExistingIngressClass {
        NameFormat.DNS_SUBDOMAIN.require("IngressClass: metadata.name", name);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject("IngressClass", name));
    }
}
