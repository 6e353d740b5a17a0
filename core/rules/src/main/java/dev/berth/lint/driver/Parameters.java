package dev.berth.lint.driver;

import dev.berth.catalog.driver.StorageDriver;
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
        given(storageClass).forEach((key, value) -> {
            String read = ignoresCase ? key.toLowerCase(Locale.ROOT) : key;
            byKey.put(read, value);
            written.put(read, key);
        });
    }

    /** The parameters of a class by the keys that are written there, with an empty text for a missing value. */
    static Map<String, String> given(StorageClass storageClass) {
        Map<String, String> given = new TreeMap<>();
        if (storageClass.getParameters() != null) {
            storageClass.getParameters().forEach((key, value) -> given.put(key, value == null ? "" : value));
        }
        return given;
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

    /** The value that a driver reads: that of the key, of its alias, or the default. */
    String value(StorageDriver driver, String key) {
        return driver.value(byKey, key);
    }

    /** The key as it is written in the class. */
    String asWritten(String key) {
        return written.getOrDefault(key, key);
    }

    /** The file system that the claims ask for. */
    String fsType() {
        return byKey.getOrDefault("csi.storage.k8s.io/fstype", get("fstype"));
    }

    StorageClass storageClass() {
        return storageClass;
    }
}
