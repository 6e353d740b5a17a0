package dev.berth.workload;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/** A StorageClass that lives in the cluster already. */
public record ExistingStorageClass(String name) implements StorageClassSource {

    /**
     * Names a StorageClass.
     *
     * @throws dev.berth.value.InvalidValueException when the name is no DNS subdomain
     */
    public ExistingStorageClass {
        NameFormat.DNS_SUBDOMAIN.require("StorageClass: metadata.name", name);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject("StorageClass", name));
    }
}
