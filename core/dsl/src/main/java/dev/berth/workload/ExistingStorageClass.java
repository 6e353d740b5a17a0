package dev.berth.workload;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/** A StorageClass that already exists in the cluster. */
public record ExistingStorageClass(String name) implements StorageClassSource {

    /**
     * Refers to a StorageClass.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS subdomain
     */
    public ExistingStorageClass {
        NameFormat.DNS_SUBDOMAIN.require("StorageClass: metadata.name", name);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject("StorageClass", name));
    }
}
