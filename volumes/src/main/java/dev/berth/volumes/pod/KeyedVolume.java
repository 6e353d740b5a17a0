package dev.berth.volumes.pod;

import dev.berth.config.KeyedSource;
import dev.berth.object.ExistingObject;
import dev.berth.value.FileMode;
import dev.berth.workload.Volume;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a volume of a ConfigMap and one of a Secret have in common: a file for each key. */
public abstract sealed class KeyedVolume extends Volume permits ConfigMapVolume, SecretVolume {

    KeyedVolume() {}

    /** Which keys become files, and where. Every key, each at a path of its own name, unless given. */
    public abstract List<KeyToPath> items();

    /** The permissions of the files. Kubernetes takes 0644. */
    public abstract Optional<FileMode> defaultMode();

    /** Whether the pod starts without the object, or without some of the keys. It waits for them unless given. */
    public abstract Optional<Boolean> optional();

    abstract KeyedSource source();

    void checkItems(String what) {
        FilePaths files = new FilePaths(what);
        items().forEach(item -> files.add(item.path(), "the key \"" + source().requireKey(item.key()) + "\""));
    }

    @Override
    public Set<ExistingObject> existing() {
        return source().outside().map(Set::of).orElse(Set.of());
    }
}
