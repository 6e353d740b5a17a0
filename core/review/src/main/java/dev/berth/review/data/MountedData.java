package dev.berth.review.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.object.ObjectId;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.SetClaims;
import dev.berth.review.model.TreeObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The data that the containers of a pod template read and write, with its place on the volumes. */
public final class MountedData {
    private final PodTemplate pods;
    private final ObjectTree tree;
    /** Each mount of a volume asks for its source, several times. */
    private final Map<String, Optional<VolumeSource>> sources = new HashMap<>();

    private MountedData(PodTemplate pods, ObjectTree tree) {
        this.pods = pods;
        this.tree = tree;
    }

    /** Returns the data of these pods of the tree. */
    public static MountedData of(PodTemplate pods, ObjectTree tree) {
        return new MountedData(pods, tree);
    }

    /** Returns the pods. */
    public PodTemplate pods() {
        return pods;
    }

    /** Returns all mounts and block devices of a container. */
    public List<DataMount> mounts(PodTemplate.Container container) {
        List<DataMount> mounts = new ArrayList<>();
        for (String list : List.of("volumeMounts", "volumeDevices")) {
            for (JsonNode mount : container.body().path(list)) {
                mounts.add(new DataMount(container, list, mount));
            }
        }
        return mounts;
    }

    /** Returns the mounts with data that the container may write and that outlives the pod. */
    public List<DataMount> written(PodTemplate.Container container) {
        return mounts(container).stream()
                .filter(mount -> !mount.isReadOnly() && !isReadOnly(mount.volume()))
                .filter(mount -> place(mount).isPresent())
                .toList();
    }

    /** Returns whether the container writes data that outlives the pod. */
    public boolean keepsData(PodTemplate.Container container) {
        return !written(container).isEmpty();
    }

    /** Returns whether any container writes data that outlives the pod. */
    public boolean keepsData() {
        return pods.containers().stream().anyMatch(this::keepsData);
    }

    /** Returns the place of the directory that is mounted; empty if the volume has no data that outlives the pod. */
    public Optional<DataPlace> place(DataMount mount) {
        return source(mount.volume())
                .map(source -> new DataPlace(source.origin(), Directory.of(source.directory(), mount.subPath())));
    }

    /** Returns the mount that a path in the container is on; empty if it is in the container's own layer. */
    public Optional<DataMount> mountAt(PodTemplate.Container container, String path) {
        String directory = Directory.of(path);
        return mounts(container).stream()
                .filter(mount -> Directory.isWithin(directory, mount.directory()))
                .reduce((one, other) ->
                        other.directory().length() > one.directory().length() ? other : one);
    }

    /** Returns the place of a path in the container; empty if it is on no volume that outlives the pod. */
    public Optional<DataPlace> at(PodTemplate.Container container, String path) {
        return mountAt(container, path).flatMap(mount -> place(mount)
                .map(place -> new DataPlace(
                        place.origin(),
                        Directory.of(place.directory(), Directory.below(Directory.of(path), mount.directory())))));
    }

    /**
     * Returns whether some mount of the container leads to the same directory of the volume by the same path, although
     * it mounts a directory above or below: {@code /data} of the root, and {@code /data/db} of {@code db}.
     */
    public boolean leadsTo(DataPlace place, String path, PodTemplate.Container container) {
        String directory = Directory.of(path);
        return mounts(container).stream().anyMatch(mount -> place(mount)
                .filter(now -> place.origin().isKeptBy(now.origin()))
                .filter(now -> leads(directory, place.directory(), mount.directory(), now.directory())
                        || leads(mount.directory(), now.directory(), directory, place.directory()))
                .isPresent());
    }

    /** Returns whether some container mounts a volume with this data. */
    public boolean keeps(Optional<DataOrigin> origin) {
        return origin.isPresent()
                && pods.containers().stream()
                        .flatMap(container -> mounts(container).stream())
                        .flatMap(mount -> source(mount.volume()).stream())
                        .anyMatch(source -> origin.get().isKeptBy(source.origin()));
    }

    /** Returns the origin of a volume; empty if it has no data that outlives the pod. */
    public Optional<DataOrigin> origin(String volume) {
        return source(volume).map(VolumeSource::origin);
    }

    /** Returns what a volume is, in words. */
    public String describe(String volume) {
        if (pods.isClaimTemplate(volume)) {
            return "a claim template with a new, empty claim for each pod";
        }
        JsonNode claim = pods.volume(volume).path("persistentVolumeClaim").path("claimName");
        return claim.isTextual() ? "claim " + claim.asText() : kind(volume);
    }

    /** Returns the field that names the source of a volume. */
    public String kind(String volume) {
        return pods.volume(volume).properties().stream()
                .map(Map.Entry::getKey)
                .filter(field -> !field.equals("name"))
                .findFirst()
                .orElse("emptyDir");
    }

    ContainerVariables variables(PodTemplate.Container container) {
        return ContainerVariables.of(container, tree, pods.owner().id().namespace());
    }

    private static boolean leads(String path, String directory, String innerPath, String innerDirectory) {
        return Directory.isWithin(innerPath, path)
                && Directory.isWithin(innerDirectory, directory)
                && Directory.below(innerPath, path).equals(Directory.below(innerDirectory, directory));
    }

    private boolean isReadOnly(String volume) {
        JsonNode claim = pods.volume(volume).path("persistentVolumeClaim");
        if (claim.path("readOnly").asBoolean()) {
            return true;
        }
        JsonNode modes = claim(claim.path("claimName").asText(""))
                .map(found -> found.body().path("spec").path("accessModes"))
                .orElse(pods.spec().path("none"));
        return modes.size() == 1 && modes.path(0).asText().equals("ReadOnlyMany");
    }

    private Optional<VolumeSource> source(String volume) {
        return sources.computeIfAbsent(volume, this::findSource);
    }

    private Optional<VolumeSource> findSource(String volume) {
        if (pods.isClaimTemplate(volume)) {
            SetClaims set = new SetClaims(pods.owner());
            return Optional.of(new VolumeSource(
                    new DataOrigin(
                            "",
                            set.of(volume).stream().map(this::qualified).toList(),
                            List.of(),
                            qualified(volume + "-" + pods.owner().id().name())),
                    ""));
        }
        JsonNode declared = pods.volume(volume);
        String name = declared.path("persistentVolumeClaim").path("claimName").asText("");
        return name.isEmpty() ? VolumeSource.ofPod(declared) : Optional.of(claimed(name));
    }

    /** Returns the volume of a claim: that of its PersistentVolume if the tree has it. */
    private VolumeSource claimed(String name) {
        Optional<TreeObject> claim = claim(name);
        JsonNode spec =
                claim.map(found -> found.body().path("spec")).orElse(pods.spec().path("none"));
        JsonNode from = spec.has("dataSourceRef") ? spec.path("dataSourceRef") : spec.path("dataSource");
        List<String> copies = from.path("kind").asText().equals("PersistentVolumeClaim")
                ? List.of(qualified(from.path("name").asText()))
                : List.of();
        Optional<VolumeSource> volume = tree.find(new ObjectId(
                        "", "PersistentVolume", "", spec.path("volumeName").asText("")))
                .flatMap(found -> VolumeSource.ofVolume(found.body().path("spec")));
        return new VolumeSource(
                new DataOrigin(
                        volume.map(found -> found.origin().source()).orElse(""), List.of(qualified(name)), copies, ""),
                volume.map(VolumeSource::directory).orElse(""));
    }

    private Optional<TreeObject> claim(String name) {
        return tree.find(
                new ObjectId("", "PersistentVolumeClaim", pods.owner().id().namespace(), name));
    }

    private String qualified(String claim) {
        return pods.owner().id().namespace() + "/" + claim;
    }
}
