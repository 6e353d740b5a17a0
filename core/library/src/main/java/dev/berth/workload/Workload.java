package dev.berth.workload;

import dev.berth.manifest.ExistingObject;
import dev.berth.manifest.NamedManifest;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import dev.berth.value.Port;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What runs pods: a stateful set, a deployment, a single pod, a job on a schedule. This is what they say of their pods;
 * the volumes of a pod are those that its containers mount.
 */
public abstract class Workload extends NamedManifest {

    Workload() {}

    /** The container of the pod, or its first one. */
    public abstract Container container();

    /** The containers beside the first one. None unless given. */
    public abstract List<Container> furtherContainers();

    /** What starts before the containers, in this order. Nothing unless given. */
    public abstract List<Init> initContainers();

    /** Volumes that no container mounts, or that stand before the mounted ones. None unless given. */
    public abstract List<Volume> furtherVolumes();

    /** The labels of {@link #selector()}, where {@code app: NAME} will not do. */
    public abstract Map<String, String> selectorLabels();

    /** Further labels of the pods. None unless given. */
    public abstract Map<String, String> podLabels();

    /** Annotations of the pods. None unless given. */
    public abstract Map<String, String> podAnnotations();

    /** The rights of all processes of the pod, and the group of its volumes. As the images say unless given. */
    public abstract Optional<PodSecurity> podSecurity();

    /** How long a pod has for its shutdown before it is killed, in whole seconds. Kubernetes takes 30 s. */
    public abstract Optional<Duration> terminationGracePeriod();

    /** The account by which the pod's processes speak to the API server. The namespace's {@code default} unless given. */
    public abstract Optional<ServiceAccountSource> serviceAccount();

    /** Whether the pod gets that account's token. It does unless told, and few databases need it. */
    public abstract Optional<Boolean> automountServiceAccountToken();

    /** Labels that a node must have for the pod to run there. Any node unless given. */
    public abstract Map<String, String> nodeSelector();

    /** Which taints of nodes the pod bears. None unless given. */
    public abstract List<Toleration> tolerations();

    /** To which nodes and pods the pod is drawn, and from which it keeps away. Wherever there is room unless given. */
    public abstract Optional<Affinity> affinity();

    /** How evenly the pods are spread. As the scheduler's own defaults say unless given. */
    public abstract List<TopologySpread> topologySpreads();

    /** The PriorityClass of the cluster, by its name. The cluster's default unless given. */
    public abstract Optional<String> existingPriorityClass();

    /** The Secrets of the cluster by which images are fetched, by their names. None unless given. */
    public abstract List<String> existingImagePullSecrets();

    /** A last change of the pod in the model, for what has no method here. None unless given. */
    public abstract Optional<UnaryOperator<PodSpecBuilder>> customizePod();

    /**
     * By these labels Services and the workload itself find the pods: {@code app: NAME}, unless others are given. A
     * workload's own selector can't be changed later.
     */
    public Map<String, String> selector() {
        return selectorLabels().isEmpty() ? Map.of("app", name()) : selectorLabels();
    }

    /** Every port that the pod's containers open, in their order. */
    public List<Port> ports() {
        return allContainers().flatMap(container -> container.ports().stream()).toList();
    }

    /** The labels of the pods: the selector's and the further ones. */
    Map<String, String> allPodLabels() {
        Map<String, String> all = new LinkedHashMap<>(selector());
        all.putAll(podLabels());
        return all;
    }

    /** The first container and the further ones. */
    Stream<Container> allContainers() {
        return Stream.concat(Stream.of(container()), furtherContainers().stream());
    }

    /** Every container, those that start before included. */
    Stream<ContainerFields> everyContainer() {
        return Stream.concat(initContainers().stream().map(ContainerFields.class::cast), allContainers());
    }

    /** The volumes that the pod needs, each once, in the order of their first mention. */
    Set<Volume> volumes() {
        Set<Volume> volumes = new LinkedHashSet<>(furtherVolumes());
        everyContainer().flatMap(ContainerFields::mountables).forEach(mountable -> {
            if (mountable instanceof Volume volume) {
                volumes.add(volume);
            }
        });
        return volumes;
    }

    /** The claim templates that the pod's containers mount, each once, in the order of their first mention. */
    Set<ClaimTemplate> mountedTemplates() {
        Set<ClaimTemplate> templates = new LinkedHashSet<>();
        everyContainer().flatMap(ContainerFields::mountables).forEach(mountable -> {
            if (mountable instanceof ClaimTemplate template) {
                templates.add(template);
            }
        });
        return templates;
    }

    void checkPod(String kind) {
        checkMetadata(kind);
        String what = kind + " \"" + name() + "\"";
        Stream.of(selector(), podLabels())
                .forEach(labels -> labels.forEach((key, value) -> {
                    NameFormat.QUALIFIED_NAME.require(what + ": spec.template.metadata.labels", key);
                    NameFormat.LABEL_VALUE.require(what + ": spec.template.metadata.labels[" + key + "]", value);
                }));
        terminationGracePeriod().ifPresent(period -> Seconds.of(what + ": terminationGracePeriod", period, 0));
        Set<String> names = new LinkedHashSet<>();
        everyContainer()
                .map(ContainerFields::name)
                .filter(name -> !names.add(name))
                .forEach(name -> {
                    throw InvalidValueException.of(what + ": container name", name, "must be unique in its pod");
                });
    }

    void refuseTemplates(String kind) {
        mountedTemplates().forEach(template -> {
            throw new InvalidValueException(kind + " \"" + name() + "\" mounts the claim template \"" + template.name()
                    + "\", which only a StatefulSet can: mount a PersistentVolumeClaim instead");
        });
    }

    @Override
    public Set<ExistingObject> existing() {
        Set<ExistingObject> all = new LinkedHashSet<>();
        everyContainer().forEach(container -> all.addAll(container.existing()));
        volumes().forEach(volume -> all.addAll(volume.existing()));
        serviceAccount().flatMap(ServiceAccountSource::outside).ifPresent(all::add);
        existingPriorityClass().ifPresent(name -> all.add(new ExistingObject("PriorityClass", name)));
        existingImagePullSecrets().forEach(name -> all.add(new ExistingObject("Secret", name)));
        return all;
    }
}
