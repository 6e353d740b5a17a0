package dev.berth.harness;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The claims of a cluster with their volumes, as objects: a volume is the directory of its claim. As in a cluster, a
 * volume is deleted with its claim if its policy is Delete, which is the default of every StorageClass, and a volume with
 * the policy Retain is bound again only to a claim that it is reserved for.
 */
final class ClusterVolumes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLASS = "standard";

    private final LocalCluster cluster;
    private final Map<String, ObjectNode> claims = new TreeMap<>();
    private final Map<String, ObjectNode> volumes = new TreeMap<>();
    private int number;

    ClusterVolumes(LocalCluster cluster) {
        this.cluster = cluster;
    }

    List<ObjectNode> claims() {
        readDirectories();
        return List.copyOf(claims.values());
    }

    List<ObjectNode> volumes() {
        readDirectories();
        return List.copyOf(volumes.values());
    }

    /** Pods create the directories of new claims: each is a volume that was provisioned. */
    private void readDirectories() {
        try (Stream<Path> directories = Files.list(cluster.claims())) {
            directories
                    .map(directory -> String.valueOf(directory.getFileName()))
                    .filter(claim -> !claims.containsKey(claim))
                    .sorted()
                    .forEach(this::provision);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new claim gets the volume that is reserved for it, or else one of its own. */
    private void provision(String claim) {
        ObjectNode volume = volumes.values().stream()
                .filter(candidate -> isReserved(candidate, claim))
                .findFirst()
                .orElseGet(this::newVolume);
        ObjectNode object = JSON.createObjectNode();
        object.withObject("/metadata")
                .put("name", claim)
                .put("namespace", cluster.objects().namespace());
        object.withObject("/spec")
                .put("storageClassName", CLASS)
                .put("volumeName", volume.at("/metadata/name").asText());
        claims.put(claim, object);
        bind(object, volume);
    }

    private ObjectNode newVolume() {
        String name = "pv-" + ++number;
        ObjectNode volume = JSON.createObjectNode();
        volume.withObject("/metadata").put("name", name).putObject("annotations");
        volume.withObject("/spec")
                .put("persistentVolumeReclaimPolicy", "Delete")
                .put("storageClassName", CLASS);
        volumes.put(name, volume);
        return volume;
    }

    private static boolean isReserved(ObjectNode volume, String claim) {
        return volume.at("/spec/claimRef/name").asText().equals(claim)
                && volume.at("/spec/claimRef/uid").isMissingNode();
    }

    private void bind(ObjectNode claim, ObjectNode volume) {
        volume.withObject("/spec")
                .withObject("/claimRef")
                .put("namespace", cluster.objects().namespace())
                .put("name", claim.at("/metadata/name").asText())
                .put("uid", "of-" + claim.at("/metadata/name").asText());
        claim.withObject("/status").put("phase", "Bound");
    }

    /** Changes fields of a volume; null removes one. Returns whether there is such a volume. */
    boolean patch(String volume, ObjectNode patch) {
        readDirectories();
        Optional<ObjectNode> found = Optional.ofNullable(volumes.get(volume));
        found.ifPresent(object -> change(object, patch));
        return found.isPresent();
    }

    /** A released volume that is reserved for another claim is where the pods of that claim find it. */
    private void change(ObjectNode volume, ObjectNode patch) {
        merge(volume, patch);
        Path released = released(volume);
        String claim = volume.at("/spec/claimRef/name").asText();
        if (isReserved(volume, claim) && Files.exists(released)) {
            PodVolumes.rename(released, PodVolumes.reserved(cluster.claims(), claim));
        }
    }

    private static void merge(ObjectNode object, ObjectNode patch) {
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                object.remove(field.getKey());
            } else if (field.getValue() instanceof ObjectNode inner) {
                merge(object.withObject("/" + field.getKey().replace("~", "~0").replace("/", "~1")), inner);
            } else {
                object.set(field.getKey(), field.getValue());
            }
        });
    }

    /** Creates a claim on the volume that it names, if that is reserved for it. */
    void create(ObjectNode claim) {
        String name = claim.at("/metadata/name").asText();
        ObjectNode volume = volumes.get(claim.at("/spec/volumeName").asText());
        if (claims.containsKey(name) || volume == null) {
            throw new AssertionError("a claim that exists, or without a volume, is not created here: " + claim);
        }
        claims.put(name, claim);
        if (isReserved(volume, name)) {
            PodVolumes.rename(PodVolumes.reserved(cluster.claims(), name), cluster.claim(name));
            bind(claim, volume);
        }
    }

    void delete(String name) {
        ObjectNode claim = Objects.requireNonNull(claims.remove(name), name);
        String volumeName = claim.at("/spec/volumeName").asText();
        ObjectNode volume = Objects.requireNonNull(volumes.get(volumeName), volumeName);
        if (volume.at("/spec/persistentVolumeReclaimPolicy").asText().equals("Retain")) {
            PodVolumes.rename(cluster.claim(name), released(volume));
        } else {
            volumes.remove(volumeName);
            cluster.lose(name);
        }
    }

    /** Where the data of a volume is that no claim has. */
    private Path released(ObjectNode volume) {
        return cluster.claims()
                .resolveSibling("released-" + volume.at("/metadata/name").asText());
    }
}
