package dev.berth.volumes.storageclass;

import dev.berth.object.ExistingObject;
import dev.berth.workload.StorageClassSource;
import java.util.Optional;

/** Explicitly no StorageClass: {@code storageClassName: ""}. */
record NoStorageClass() implements StorageClassSource {

    @Override
    public String name() {
        return "";
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.empty();
    }
}
