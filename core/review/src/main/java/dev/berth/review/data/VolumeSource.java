package dev.berth.review.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.catalog.driver.StorageDrivers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A source of data outside the cluster, as a pod or a PersistentVolume names it.
 *
 * @param origin the disk or the share
 * @param directory the directory of it that is the root of the volume
 */
record VolumeSource(DataOrigin origin, String directory) {
    /** What a pod template names beside its sources of data: contents that end with the pod, or come from elsewhere. */
    private static final Set<String> WITHOUT_DATA =
            Set.of("configMap", "downwardAPI", "emptyDir", "ephemeral", "gitRepo", "image", "projected", "secret");

    /** How a disk is mounted, which does not change the data on it. */
    private static final List<String> HOW = List.of(
            "cachingMode",
            "chapAuthDiscovery",
            "chapAuthSession",
            "controllerExpandSecretRef",
            "controllerPublishSecretRef",
            "fsType",
            "nodeExpandSecretRef",
            "nodePublishSecretRef",
            "nodeStageSecretRef",
            "readOnly",
            "secretRef");

    /** Returns the source of a volume of a pod; empty if it has no data that outlives the pod. */
    static Optional<VolumeSource> ofPod(JsonNode volume) {
        for (Map.Entry<String, JsonNode> source : volume.properties()) {
            String kind = source.getKey();
            if (!kind.equals("name") && source.getValue().isObject()) {
                boolean inlineOnly = kind.equals("csi")
                        && StorageDrivers.named(source.getValue().path("driver").asText())
                                .isEmpty();
                return WITHOUT_DATA.contains(kind) || inlineOnly ? Optional.empty() : of(kind, source.getValue());
            }
        }
        return Optional.empty();
    }

    /** Returns the source of a PersistentVolume; empty if its manifest names none. */
    static Optional<VolumeSource> ofVolume(JsonNode spec) {
        for (Map.Entry<String, JsonNode> field : spec.properties()) {
            JsonNode source = field.getValue();
            boolean names = source.has("path")
                    || source.has("volumeHandle")
                    || source.has("volumeID")
                    || source.has("pdName")
                    || source.has("diskURI")
                    || source.has("shareName")
                    || source.has("targetPortal")
                    || source.has("monitors");
            if (source.isObject() && names) {
                return of(field.getKey(), source);
            }
        }
        return Optional.empty();
    }

    private static Optional<VolumeSource> of(String kind, JsonNode source) {
        return switch (kind) {
            case "hostPath" ->
                NodeDirectories.contain(source)
                        ? Optional.empty()
                        : Optional.of(directory("the node", source.path("path")));
            case "local" -> Optional.of(directory("the node", source.path("path")));
            case "nfs" -> Optional.of(directory("nfs " + source.path("server").asText(), source.path("path")));
            case "csi" ->
                source.has("volumeHandle")
                        ? Optional.of(whole("csi " + source.path("driver").asText() + " "
                                + source.path("volumeHandle").asText()))
                        : Optional.of(whole(kind + " " + without(source)));
            default -> Optional.of(whole(kind + " " + without(source)));
        };
    }

    private static VolumeSource directory(String source, JsonNode path) {
        return new VolumeSource(DataOrigin.of(source), Directory.of(path.asText()));
    }

    private static VolumeSource whole(String source) {
        return new VolumeSource(DataOrigin.of(source), "");
    }

    private static @Nullable JsonNode without(JsonNode source) {
        return source instanceof ObjectNode fields ? fields.deepCopy().remove(HOW) : source;
    }
}
