package dev.berth.workload;

import dev.berth.config.ConfigContent;
import dev.berth.config.SecretSource;
import dev.berth.manifest.DslPart;
import dev.berth.manifest.NamedManifest;
import dev.berth.object.ExistingObject;
import dev.berth.selector.SelectablePods;
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
 * An object that runs pods, such as a {@link StatefulSet}, a {@link Deployment} or a {@link Job}. These are
 * the attributes of its pods. A pod has every volume that one of its containers mounts.
 */
@DslPart
public abstract class Workload extends NamedManifest implements SelectablePods {

    Workload() {}

    /** The container of the pod, or the first one if there are several. */
    public abstract Container container();

    /** Containers in addition to the first one. Optional. */
    public abstract List<Container> containers();

    /** The init containers and sidecars, which start in this order before the containers. Optional. */
    public abstract List<AnyInitContainer> initContainers();

    /** Volumes to list before the mounted ones, or that no container mounts. Optional. */
    public abstract List<Volume> volumes();

    /** The labels of {@link #selector()}. Defaults to {@code app: NAME}. */
    public abstract Map<String, String> selectorLabels();

    /** Labels of the pods in addition to those of the selector. Optional. */
    public abstract Map<String, String> podLabels();

    /** Annotations of the pods. Optional. */
    public abstract Map<String, String> podAnnotations();

    /** The user, the groups and other security settings of the whole pod. Not set by default: the images decide. */
    public abstract Optional<PodSecurityContext> securityContext();

    /** How long a pod may take to shut down before it is killed, in whole seconds. Defaults to 30 s. */
    public abstract Optional<Duration> terminationGracePeriod();

    /**
     * The ServiceAccount that the pod uses for the API server. Defaults to {@code default} in the namespace of the pod.
     */
    public abstract Optional<ServiceAccountSource> serviceAccount();

    /**
     * Whether the token of the ServiceAccount is mounted into the containers. Defaults to the setting of the
     * ServiceAccount, which defaults to true. Few databases need the token.
     */
    public abstract Optional<Boolean> automountServiceAccountToken();

    /** Labels that a node must have to run the pod. Optional. */
    public abstract Map<String, String> nodeSelector();

    /** The taints that the pod tolerates. Optional. */
    public abstract List<Toleration> tolerations();

    /** The rules that attract the pod to nodes and other pods, or keep it away from them. Optional. */
    public abstract Optional<Affinity> affinity();

    /**
     * How evenly the pods are spread over nodes or zones. Defaults to the constraints that the scheduler is configured
     * with.
     */
    public abstract List<TopologySpreadConstraint> topologySpreadConstraints();

    /** How important the pod is. Defaults to the global default PriorityClass, if there is one. */
    public abstract Optional<PriorityClassSource> priorityClass();

    /** The container runtime. Defaults to the default runtime of the node. */
    public abstract Optional<RuntimeClassSource> runtimeClass();

    /**
     * Whether every container gets environment variables for all Services of its namespace, such as {@code REDIS_PORT}.
     * Defaults to true. Some images read such a variable as their own configuration.
     */
    public abstract Optional<Boolean> enableServiceLinks();

    /** Whether the containers of the pod see each other's processes. Defaults to false. */
    public abstract Optional<Boolean> shareProcessNamespace();

    /** The Secrets with the credentials for pulling the images. Optional. */
    public abstract List<SecretSource> imagePullSecrets();

    /** Changes the fabric8 model of the pod, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<PodSpecBuilder>> customizePod();

    /**
     * The labels by which Services and the workload find the pods. Defaults to {@code app: NAME}. The selector of a
     * workload is immutable.
     */
    @Override
    public Map<String, String> selector() {
        return selectorLabels().isEmpty() ? Map.of("app", name()) : selectorLabels();
    }

    /** The ports of all containers and sidecars of the pod, in the order of the declaration. */
    @Override
    public List<Port> ports() {
        Stream<LongRunningContainer> sidecars =
                initContainers().stream().filter(Sidecar.class::isInstance).map(Sidecar.class::cast);
        return Stream.concat(allContainers(), sidecars)
                .flatMap(container -> container.ports().stream())
                .toList();
    }

    /** What happens when a container ends. Empty if the kind of workload leaves it to the default of Kubernetes. */
    Optional<String> podRestartPolicy() {
        return Optional.empty();
    }

    /** The objects whose change restarts the pods. Empty for a workload whose controller does not replace pods. */
    List<ConfigContent> triggers() {
        return List.of();
    }

    /** The labels of the pods: the selector and the additional labels. */
    @Override
    public Map<String, String> allPodLabels() {
        Map<String, String> all = new LinkedHashMap<>(selector());
        all.putAll(podLabels());
        return all;
    }

    /** The first container and the additional ones. */
    Stream<Container> allContainers() {
        return Stream.concat(Stream.of(container()), containers().stream());
    }

    /** All containers, including init containers and sidecars. */
    Stream<ContainerFields> everyContainer() {
        return Stream.concat(initContainers().stream().map(ContainerFields.class::cast), allContainers());
    }

    /** The volumes of the pod without duplicates, in the order of their first mention. */
    Set<Volume> allVolumes() {
        Set<Volume> all = new LinkedHashSet<>(volumes());
        everyContainer().flatMap(ContainerFields::mountables).forEach(mountable -> {
            if (mountable instanceof Volume volume) {
                all.add(volume);
            }
        });
        return all;
    }

    /** The claim templates that the containers mount, without duplicates, in the order of their first mention. */
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
        NameFormat.requireLabels(what + ": selectorLabels", selector());
        NameFormat.requireLabels(what + ": podLabels", podLabels());
        podLabels().forEach((key, value) -> {
            if (!value.equals(selector().getOrDefault(key, value))) {
                throw InvalidValueException.of(
                        what + ": podLabels[" + key + "]",
                        value,
                        "must be \"" + selector().get(key) + "\", because the selector has this label");
            }
        });
        NameFormat.requireAnnotations(what + ": podAnnotations", podAnnotations());
        RestartTriggers.check(what, triggers(), podAnnotations());
        NameFormat.requireLabels(what + ": nodeSelector", nodeSelector());
        terminationGracePeriod().ifPresent(period -> Seconds.of(what + ": terminationGracePeriod", period, 0));
        requireUnique(what + ": container name", everyContainer().map(ContainerFields::name));
        requireUnique(what + ": port name", ports().stream().map(Port::name));
        requireUnique(what + ": port number", ports().stream().map(port -> port.number() + "/" + port.protocol()));
    }

    private static void requireUnique(String what, Stream<String> values) {
        Set<String> seen = new LinkedHashSet<>();
        values.filter(value -> !seen.add(value)).forEach(value -> {
            throw InvalidValueException.of(what, value, "must be unique in its pod");
        });
    }

    static void notNegative(String what, Optional<Integer> number) {
        number.filter(value -> value < 0).ifPresent(value -> {
            throw InvalidValueException.of(what, value, "must be at least 0");
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
        allVolumes().forEach(volume -> all.addAll(volume.existing()));
        serviceAccount().flatMap(ServiceAccountSource::outside).ifPresent(all::add);
        priorityClass().flatMap(PriorityClassSource::outside).ifPresent(all::add);
        runtimeClass().flatMap(RuntimeClassSource::outside).ifPresent(all::add);
        imagePullSecrets().forEach(secret -> secret.outside().ifPresent(all::add));
        return all;
    }
}
