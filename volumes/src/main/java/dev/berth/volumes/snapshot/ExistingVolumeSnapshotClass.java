package dev.berth.volumes.snapshot;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/** A VolumeSnapshotClass that already exists in the cluster. */
record ExistingVolumeSnapshotClass(String name) implements VolumeSnapshotClassSource {

    ExistingVolumeSnapshotClass {
        NameFormat.DNS_SUBDOMAIN.require("VolumeSnapshotClass: metadata.name", name);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject("VolumeSnapshotClass", name));
    }
}
