package dev.berth.lint.rule;

import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object that is a pod or creates pods. */
public final class PodOwner {

    private final HasMetadata object;
    private final String namespace;
    private final TemplatedPod pod;
    private final List<ClaimTemplatePlace> claimTemplates;
    private final Map<String, VolumePlace> volumes;
    private @Nullable List<TemplatedPod.Place> containers;

    PodOwner(HasMetadata object, String namespace, TemplatedPod pod) {
        this.object = object;
        this.namespace = namespace;
        this.pod = pod;
        this.claimTemplates = List.copyOf(findClaimTemplates());
        this.volumes = Collections.unmodifiableMap(findVolumes());
    }

    /**
     * A volume of the pod, with its field path.
     *
     * @param path {@code spec.template.spec.volumes[0]}
     * @param volume the volume
     */
    public record VolumePlace(String path, Volume volume) {}

    /**
     * A named claim template of a StatefulSet, with its field path.
     *
     * @param path {@code spec.volumeClaimTemplates[0]}
     * @param name its name
     * @param metadata its metadata
     */
    public record ClaimTemplatePlace(String path, String name, ObjectMeta metadata) {}

    /** Returns the object. */
    public HasMetadata object() {
        return object;
    }

    /** Returns the namespace of its pods; empty if it is left to the command that applies it. */
    public String namespace() {
        return namespace;
    }

    /** Returns the pod. */
    public TemplatedPod pod() {
        return pod;
    }

    /** Returns all containers of the pod, init containers first. Most rules ask for them, so they are found once. */
    public List<TemplatedPod.Place> containers() {
        List<TemplatedPod.Place> found = containers;
        if (found == null) {
            found = List.copyOf(pod.containers());
            containers = found;
        }
        return found;
    }

    /** Returns how many pods it runs at the same time; two if that depends on the nodes, as for a DaemonSet. */
    public int replicas() {
        Integer replicas = null;
        if (object instanceof StatefulSet set) {
            replicas = set.getSpec().getReplicas();
        } else if (object instanceof Deployment deployment) {
            replicas = deployment.getSpec().getReplicas();
        } else if (object instanceof ReplicaSet set) {
            replicas = set.getSpec().getReplicas();
        } else if (object instanceof DaemonSet) {
            replicas = 2;
        }
        return replicas == null ? 1 : replicas;
    }

    /** Returns whether it keeps pods running and replaces deleted ones. */
    public boolean isController() {
        return object instanceof StatefulSet
                || object instanceof Deployment
                || object instanceof ReplicaSet
                || object instanceof DaemonSet;
    }

    /** Returns the claim templates of a StatefulSet; none for other kinds. */
    public List<PersistentVolumeClaim> claimTemplates() {
        List<PersistentVolumeClaim> templates = new ArrayList<>();
        if (object instanceof StatefulSet set) {
            for (PersistentVolumeClaim template : orEmpty(set.getSpec().getVolumeClaimTemplates())) {
                if (template != null) {
                    templates.add(template);
                }
            }
        }
        return templates;
    }

    /** Returns the named claim templates of a StatefulSet, in order. */
    public List<ClaimTemplatePlace> namedClaimTemplates() {
        return claimTemplates;
    }

    private List<ClaimTemplatePlace> findClaimTemplates() {
        List<ClaimTemplatePlace> places = new ArrayList<>();
        List<PersistentVolumeClaim> templates =
                object instanceof StatefulSet set ? orEmpty(set.getSpec().getVolumeClaimTemplates()) : List.of();
        for (int i = 0; i < templates.size(); i++) {
            PersistentVolumeClaim template = templates.get(i);
            ObjectMeta metadata = template == null ? null : template.getMetadata();
            if (metadata != null && metadata.getName() != null) {
                places.add(
                        new ClaimTemplatePlace("spec.volumeClaimTemplates[" + i + "]", metadata.getName(), metadata));
            }
        }
        return places;
    }

    /** Returns whether a claim template has this name, and so replaces a volume with this name. */
    public boolean hasClaimTemplate(@Nullable String name) {
        for (ClaimTemplatePlace place : claimTemplates) {
            if (place.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the pod's volumes by name, in order, without those that a claim template replaces. */
    public Map<String, VolumePlace> volumes() {
        return volumes;
    }

    private Map<String, VolumePlace> findVolumes() {
        Map<String, VolumePlace> places = new LinkedHashMap<>();
        List<Volume> volumes = orEmpty(pod.spec().getVolumes());
        for (int i = 0; i < volumes.size(); i++) {
            Volume volume = volumes.get(i);
            if (volume != null && volume.getName() != null && !hasClaimTemplate(volume.getName())) {
                places.put(volume.getName(), new VolumePlace(pod.specPath() + ".volumes[" + i + "]", volume));
            }
        }
        return places;
    }

    /** Returns the volume with this name; empty if a claim template replaces it. */
    public Optional<VolumePlace> volume(@Nullable String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(volumes.get(name));
    }

    /** Returns a list that is never null, for models that were read from text. */
    public static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
