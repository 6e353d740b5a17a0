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

    /** Returns the parameters of a class by key as written, with an empty string for a missing value. */
    static Map<String, String> given(StorageClass storageClass) {
        Map<String, String> given = new TreeMap<>();
        if (storageClass.getParameters() != null) {
            storageClass.getParameters().forEach((key, value) -> given.put(key, value == null ? "" : value));
        }
        return given;
    }

    /** Returns the driver's own keys, without those that the provisioner removes before it calls the driver. */
    List<String> keys() {
        return byKey.keySet().stream()
                .filter(key -> !key.startsWith("csi.storage.k8s.io/"))
                .toList();
    }

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    /** Returns the value of a key; empty if it is not set. */
    String get(String key) {
        return byKey.getOrDefault(key, "");
    }

    /** Returns the value that a driver reads: of the key, of its alias, or the default. */
    String value(StorageDriver driver, String key) {
        return driver.value(byKey, key);
    }

    /** Returns the key as it is written in the class. */
    String asWritten(String key) {
        return written.getOrDefault(key, key);
    }

    /** Returns the file system that the class sets. */
    String fsType() {
        return byKey.getOrDefault("csi.storage.k8s.io/fstype", get("fstype"));
    }

    StorageClass storageClass() {
        return storageClass;
    }
}
