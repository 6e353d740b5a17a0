package dev.berth.lint.driver;

import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The parameters of a class, as its driver reads them. */
final class Parameters {

    private final Map<String, String> byKey = new TreeMap<>();
    private final Map<String, String> written = new TreeMap<>();
    private final StorageClass storageClass;

    Parameters(StorageClass storageClass, boolean ignoresCase) {
        this.storageClass = storageClass;
        Map<String, String> given = storageClass.getParameters() == null ? Map.of() : storageClass.getParameters();
        new TreeMap<>(given).forEach((key, value) -> {
            String read = ignoresCase ? key.toLowerCase(Locale.ROOT) : key;
            byKey.put(read, value == null ? "" : value);
            written.put(read, key);
        });
    }

    /** The keys that are the driver's own, without those that the provisioner takes out before it asks the driver. */
    List<String> keys() {
        return byKey.keySet().stream()
                .filter(key -> !key.startsWith("csi.storage.k8s.io/"))
                .toList();
    }

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    /** The value of a key; empty where it is not given. */
    String get(String key) {
        return byKey.getOrDefault(key, "");
    }

    /** The value of the first of these keys that is given. */
    String get(String key, String other, String otherwise) {
        return byKey.getOrDefault(key, byKey.getOrDefault(other, otherwise));
    }

    /** The key as it is written in the class. */
    String asWritten(String key) {
        return written.getOrDefault(key, key);
    }

    /** The file system that the claims ask for. */
    String fsType() {
        return get("csi.storage.k8s.io/fstype", "fstype", "");
    }

    StorageClass storageClass() {
        return storageClass;
    }
}
