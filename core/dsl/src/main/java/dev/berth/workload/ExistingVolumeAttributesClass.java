package dev.berth.workload;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/** A VolumeAttributesClass that already exists in the cluster. */
record ExistingVolumeAttributesClass(String name) implements VolumeAttributesClassSource {

    ExistingVolumeAttributesClass {
        NameFormat.DNS_SUBDOMAIN.require("VolumeAttributesClass: metadata.name", name);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject("VolumeAttributesClass", name));
    }
}
