package dev.berth.workload;

import dev.berth.config.ConfigContent;
import dev.berth.config.SecretSource;
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
 * What runs pods: a stateful set, a deployment, a single pod, a job on a schedule. This is what they say of their pods;
 * the volumes of a pod are those that its containers mount.
 */
public abstract class Workload extends NamedManifest implements SelectablePods {

    Workload() {}

    /** The container of the pod, or its first one. */
    public abstract Container container();

    /** The containers beside the first one. None unless given. */
    public abstract List<Container> containers();

    /** What starts before the containers, in this order. Nothing unless given. */
    public abstract List<Init> initContainers();

    /** Volumes that no container mounts, or that stand before the mounted ones. None unless given. */
    public abstract List<Volume> volumes();

    /** The labels of {@link #selector()}, where {@code app: NAME} will not do. */
    public abstract Map<String, String> selectorLabels();

    /** Further labels of the pods. None unless given. */
    public abstract Map<String, String> podLabels();

    /** Annotations of the pods. None unless given. */
    public abstract Map<String, String> podAnnotations();

    /** The rights of all processes of the pod, and the group of its volumes. As the images say unless given. */
    public abstract Optional<PodSecurityContext> securityContext();

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
    public abstract List<TopologySpreadConstraint> topologySpreadConstraints();

    /** The PriorityClass of the cluster, by its name. The cluster's default unless given. */
    public abstract Optional<String> priorityClassName();

    /** The RuntimeClass of the cluster, by its name: with which runtime the containers run. The node's unless given. */
    public abstract Optional<String> runtimeClassName();

    /**
     * Whether every container gets environment variables for all Services of its namespace, such as {@code REDIS_PORT}.
     * It does unless told, and some images take such a variable for a setting of their own.
     */
    public abstract Optional<Boolean> enableServiceLinks();

    /** Whether the containers of the pod see each other's processes. They do not unless given. */
    public abstract Optional<Boolean> shareProcessNamespace();

    /** The Secrets of the cluster by which images are fetched, by their names. None unless given. */
    public abstract List<SecretSource> imagePullSecrets();

    /** A last change of the pod in the model, for what has no method here. None unless given. */
    public abstract Optional<UnaryOperator<PodSpecBuilder>> customizePod();

    /**
     * By these labels Services and the workload itself find the pods: {@code app: NAME}, unless others are given. A
     * workload's own selector can't be changed later.
     */
    @Override
    public Map<String, String> selector() {
        return selectorLabels().isEmpty() ? Map.of("app", name()) : selectorLabels();
    }

    /** Every port that the pod's containers and its sidecars open, in their order. */
    @Override
    public List<Port> ports() {
        Stream<Probed> sidecars =
                initContainers().stream().filter(Sidecar.class::isInstance).map(Sidecar.class::cast);
        return Stream.concat(allContainers(), sidecars)
                .flatMap(container -> container.ports().stream())
                .toList();
    }

    /** What happens when a container ends; as Kubernetes does unless the kind of workload says. */
    Optional<String> podRestartPolicy() {
        return Optional.empty();
    }

    /** What restarts the pods when it changes; nothing where no controller would make them anew. */
    List<ConfigContent> restartTriggers() {
        return List.of();
    }

    /** The labels of the pods: the selector's and the further ones. */
    Map<String, String> allPodLabels() {
        Map<String, String> all = new LinkedHashMap<>(selector());
        all.putAll(podLabels());
        return all;
    }

    /** The first container and the further ones. */
    Stream<Container> allContainers() {
        return Stream.concat(Stream.of(container()), containers().stream());
    }

    /** Every container, those that start before included. */
    Stream<ContainerFields> everyContainer() {
        return Stream.concat(initContainers().stream().map(ContainerFields.class::cast), allContainers());
    }

    /** The volumes that the pod needs, each once, in the order of their first mention. */
    Set<Volume> allVolumes() {
        Set<Volume> all = new LinkedHashSet<>(volumes());
        everyContainer().flatMap(ContainerFields::mountables).forEach(mountable -> {
            if (mountable instanceof Volume volume) {
                all.add(volume);
            }
        });
        return all;
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
        NameFormat.requireLabels(what + ": selectorLabels", selector());
        NameFormat.requireLabels(what + ": podLabels", podLabels());
        podLabels().forEach((key, value) -> {
            if (!value.equals(selector().getOrDefault(key, value))) {
                throw InvalidValueException.of(
                        what + ": podLabels[" + key + "]",
                        value,
                        "must be \"" + selector().get(key) + "\", for by that label the pods are found");
            }
        });
        NameFormat.requireAnnotations(what + ": podAnnotations", podAnnotations());
        RestartTriggers.check(what, restartTriggers(), podAnnotations());
        NameFormat.requireLabels(what + ": nodeSelector", nodeSelector());
        priorityClassName().ifPresent(name -> NameFormat.DNS_SUBDOMAIN.require(what + ": priorityClassName", name));
        runtimeClassName().ifPresent(name -> NameFormat.DNS_SUBDOMAIN.require(what + ": runtimeClassName", name));
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
        priorityClassName().ifPresent(name -> all.add(new ExistingObject("PriorityClass", name)));
        runtimeClassName().ifPresent(name -> all.add(new ExistingObject("RuntimeClass", name)));
        imagePullSecrets().forEach(secret -> secret.outside().ifPresent(all::add));
        return all;
    }
}
