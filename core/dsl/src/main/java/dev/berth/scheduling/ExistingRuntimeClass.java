package dev.berth.scheduling;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import dev.berth.workload.RuntimeClassSource;
import java.util.Optional;

/** A RuntimeClass that already exists in the cluster. */
record ExistingRuntimeClass(String name) implements RuntimeClassSource {

    ExistingRuntimeClass {
        NameFormat.DNS_SUBDOMAIN.require("RuntimeClass: metadata.name", name);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject("RuntimeClass", name));
    }
}
