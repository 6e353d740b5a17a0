package dev.berth.lint.driver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What the ConfigMap of the provisioner of directories says about its classes. A class with a shared file system has
 * ReadWriteMany, and needs no node.
 *
 * <p>Source: {@code pickConfig}, {@code isSharedFilesystem} and {@code provisionFor} in {@code provisioner.go} of
 * rancher/local-path-provisioner. Go reads the keys without regard to case.
 */
final class LocalPathConfig {

    /** What is known about a class. */
    enum Storage {
        /** A file system that all nodes have. */
        SHARED,
        /** A directory of one node. */
        NODE,
        /** The set does not have the ConfigMap. */
        UNKNOWN
    }

    private static final String FILE = "config.json";
    private static final String SHARED_PATH = "sharedfilesystempath";
    private static final String CLASSES = "storageclassconfigs";

    private final Map<String, Storage> byClass = new HashMap<>();
    private Storage others = Storage.UNKNOWN;

    private LocalPathConfig(ObjectSet set) {
        set.everywhere(ConfigMap.class)
                .filter(map -> map.getData() != null && map.getData().containsKey(FILE))
                .forEach(map -> read(map.getData().get(FILE)));
    }

    /** Returns what the set says about a class. */
    static Storage of(ObjectSet set, String storageClass) {
        LocalPathConfig config = set.viewOfAll(LocalPathConfig.class, LocalPathConfig::new);
        return config.byClass.getOrDefault(storageClass, config.others);
    }

    private void read(String json) {
        try {
            JsonNode config = new JsonMapper().readTree(json);
            JsonNode classes = field(config, CLASSES);
            classes.properties().forEach(entry -> byClass.put(entry.getKey(), storage(entry.getValue())));
            if (classes.isEmpty() && !storage(config).equals(Storage.UNKNOWN)) {
                others = storage(config);
            }
        } catch (JsonProcessingException notItsConfig) {
            // It is the file of another program.
        }
    }

    private static Storage storage(JsonNode config) {
        if (!field(config, SHARED_PATH).asText().isEmpty()) {
            return Storage.SHARED;
        }
        return field(config, "nodepathmap").isEmpty() ? Storage.UNKNOWN : Storage.NODE;
    }

    private static JsonNode field(JsonNode parent, String name) {
        return parent.properties().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
