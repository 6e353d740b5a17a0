package dev.berth.scheduling;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import dev.berth.workload.PriorityClassSource;
import java.util.Optional;

/** A PriorityClass that already exists in the cluster. */
record ExistingPriorityClass(String name) implements PriorityClassSource {

    ExistingPriorityClass {
        NameFormat.DNS_SUBDOMAIN.require("PriorityClass: metadata.name", name);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject("PriorityClass", name));
    }
}
