package dev.berth.volumes;

import dev.berth.value.InvalidValueException;
import dev.berth.volumes.format.NodePath;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import java.util.Objects;

/** A directory of an NFS server; created by {@link PersistentVolumeSource#nfs}. */
public final class NfsSource extends PersistentVolumeSource {

    private final String server;
    private final String path;
    private final boolean readOnly;

    NfsSource(String server, String path, boolean readOnly) {
        if (server.isBlank()) {
            throw new InvalidValueException("PersistentVolume nfs server: Required value: name the server");
        }
        this.server = server;
        this.path = NodePath.require("PersistentVolume nfs path", path);
        this.readOnly = readOnly;
    }

    /** Returns a read-only copy. The default is read-write. */
    public NfsSource readOnly() {
        return new NfsSource(server, path, true);
    }

    @Override
    boolean canBeBlockDevice() {
        return false;
    }

    @Override
    void addTo(PersistentVolumeSpecBuilder spec) {
        spec.withNewNfs()
                .withServer(server)
                .withPath(path)
                .withReadOnly(readOnly ? Boolean.TRUE : null)
                .endNfs();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NfsSource that
                && server.equals(that.server)
                && path.equals(that.path)
                && readOnly == that.readOnly;
    }

    @Override
    public int hashCode() {
        return Objects.hash(server, path, readOnly);
    }

    @Override
    public String toString() {
        return "NfsSource{" + server + ":" + path + "}";
    }
}
