package dev.berth.workload;

import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import java.util.Optional;

/** A data source that already exists in the cluster. */
record ExistingDataSource(Optional<String> apiGroup, String kind, String name) implements DataSource {

    static final String SNAPSHOTS = "snapshot.storage.k8s.io";

    ExistingDataSource {
        NameFormat.DNS_SUBDOMAIN.require("DataSource name", name);
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.of(new ExistingObject(kind, name));
    }
}
