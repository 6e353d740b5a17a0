package dev.berth.volumes.pod;

import dev.berth.config.KeyedSource;
import dev.berth.object.ExistingObject;
import dev.berth.value.FileMode;
import dev.berth.workload.Volume;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields that volumes of ConfigMaps and of Secrets have in common: a file for each key. */
public abstract sealed class KeyedVolume extends Volume permits ConfigMapVolume, SecretVolume {

    KeyedVolume() {}

    /** The keys that become files, and their paths. Defaults to all keys, each at a path with its name. */
    public abstract List<KeyToPath> items();

    /** The permissions of the files. Defaults to 0644. */
    public abstract Optional<FileMode> defaultMode();

    /**
     * Whether the pod can start without the object or without some of the keys. Defaults to false: the pod waits for
     * them.
     */
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
