package dev.berth.rules.broken.rule;

import dev.berth.manifest.ExistingObject;
import dev.berth.manifest.Reference;
import dev.berth.manifest.References;
import dev.berth.manifest.TemplatedPod;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The objects that are applied together, and what is declared to be in the cluster already.
 *
 * <p>Objects without a namespace are taken to be in one of their own, that of the command that applies them. Objects
 * without metadata are left out: the API server refuses them.
 */
public final class ObjectSet {

    private static final Set<String> DEFAULT_CLASS =
            Set.of("storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class");

    private static final Set<String> KINDS_WITH_PODS = Set.of(
            "CronJob", "DaemonSet", "Deployment", "Job", "Pod", "ReplicaSet", "ReplicationController", "StatefulSet");

    private final List<HasMetadata> objects;
    private final List<Workload> workloads;
    private final Set<String> namespacesOfUnknownPods;
    private final Set<ExistingObject> existing;
    private final Map<String, HasMetadata> byName = new HashMap<>();
    private final Set<String> claimsMade = new HashSet<>();
    private final Map<String, List<Workload>> byLabel = new HashMap<>();
    private final List<Naming> namings = new ArrayList<>();
    private final Map<Class<?>, List<? extends HasMetadata>> byType = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> views = new ConcurrentHashMap<>();
    private final Optional<String> defaultClass;

    /**
     * An object of the set and something that it names.
     *
     * @param object the object
     * @param reference what it names, and where
     */
    public record Naming(HasMetadata object, Reference reference) {}

    private ObjectSet(List<HasMetadata> objects, Set<ExistingObject> existing) {
        this.objects = objects;
        this.existing = existing;
        this.workloads = objects.stream()
                .flatMap(object ->
                        TemplatedPod.of(object).map(pod -> new Workload(object, namespace(object), pod)).stream())
                .toList();
        this.namespacesOfUnknownPods = objects.stream()
                .filter(object -> KINDS_WITH_PODS.contains(object.getKind())
                        && TemplatedPod.of(object).isEmpty())
                .map(ObjectSet::namespace)
                .collect(Collectors.toSet());
        this.defaultClass = all(StorageClass.class).stream()
                .filter(ObjectSet::isDefault)
                .map(ObjectSet::name)
                .findFirst();
        objects.forEach(object -> byName.putIfAbsent(key(object.getKind(), namespace(object), name(object)), object));
        workloads.forEach(this::addClaimsOf);
        workloads.forEach(this::addLabelsOf);
        objects.forEach(
                object -> References.of(object).forEach(reference -> namings.add(new Naming(object, reference))));
    }

    /** A set of these objects, where those other ones live in the cluster already. */
    public static ObjectSet of(Collection<? extends HasMetadata> objects, Set<ExistingObject> existing) {
        return new ObjectSet(
                objects.stream()
                        .filter(object -> object.getMetadata() != null
                                && object.getKind() != null
                                && object.getApiVersion() != null)
                        .map(object -> (HasMetadata) object)
                        .toList(),
                Set.copyOf(existing));
    }

    /** The objects of one type, in the order of the set. */
    public <T extends HasMetadata> List<T> all(Class<T> type) {
        @SuppressWarnings("unchecked") // What is filed under a type is of that type.
        List<T> found = (List<T>) byType.computeIfAbsent(
                type,
                any -> objects.stream().filter(any::isInstance).map(type::cast).toList());
        return found;
    }

    /** A view of the set that several rules look at and that costs something to make: it is made once. */
    public <T> T view(Class<T> type, Function<ObjectSet, T> make) {
        Object known = views.get(type);
        if (known == null) {
            T made = make.apply(this);
            known = Objects.requireNonNullElse(views.putIfAbsent(type, made), made);
        }
        return type.cast(known);
    }

    /** All objects, in their order. */
    public List<HasMetadata> objects() {
        return objects;
    }

    /** The objects that are pods or make pods. */
    public List<Workload> workloads() {
        return workloads;
    }

    /** The workloads of a namespace whose pods carry all of these labels; without labels, all of the namespace. */
    public List<Workload> workloadsWith(String namespace, @Nullable Map<String, String> labels) {
        Map<String, String> wanted = labels == null ? Map.of() : labels;
        List<Workload> some = wanted.entrySet().stream()
                .filter(label -> !ControllerLabels.has(label.getKey()))
                .findFirst()
                .map(label -> byLabel.getOrDefault(key(namespace, label.getKey(), label.getValue()), List.of()))
                .orElse(workloads);
        return some.stream()
                .filter(workload -> workload.namespace().equals(namespace) && workload.hasPodWith(wanted))
                .toList();
    }

    /** Whether the namespace has pods of which nothing is known, as those of an object that cannot be decoded. */
    public boolean hasUnknownPods(String namespace) {
        return namespacesOfUnknownPods.contains(namespace);
    }

    /** Everything that the objects of the set name, in their order. */
    public List<Naming> namings() {
        return namings;
    }

    /** The StatefulSets that say what their pods are. */
    public List<Workload> statefulSets() {
        return workloads.stream()
                .filter(workload -> workload.object() instanceof StatefulSet)
                .toList();
    }

    /** The object of the set that has this name. */
    public <T extends HasMetadata> Optional<T> find(Class<T> type, String namespace, @Nullable String name) {
        HasMetadata object =
                byName.get(key(HasMetadata.getKind(type), namespace, Objects.requireNonNullElse(name, "")));
        return type.isInstance(object) ? Optional.of(type.cast(object)) : Optional.empty();
    }

    /** Whether the set has the object, makes it, or is declared to find it in the cluster. */
    public boolean has(String kind, String namespace, String name) {
        return byName.containsKey(key(kind, namespace, name)) || isMade(kind, namespace, name) || exists(kind, name);
    }

    /** Whether the object is declared to be in the cluster already. */
    public boolean exists(String kind, String name) {
        return existing.contains(new ExistingObject(kind, name));
    }

    /** The class of the set that is marked as the default one. */
    public Optional<String> defaultClass() {
        return defaultClass;
    }

    /** Whether a class is marked as the default one. */
    public static boolean isDefault(StorageClass storageClass) {
        Map<String, String> annotations = storageClass.getMetadata().getAnnotations();
        return annotations != null
                && DEFAULT_CLASS.stream().anyMatch(annotation -> "true".equals(annotations.get(annotation)));
    }

    /** The namespace that an object says it is in; empty where it says none. */
    public static String namespace(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getNamespace(), "");
    }

    /** The name of an object; empty where it has none. */
    public static String name(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getName(), "");
    }

    /** The claims that a StatefulSet makes, with the ordinals that it starts with. */
    private void addClaimsOf(Workload workload) {
        if (workload.object() instanceof StatefulSet set) {
            Integer start = set.getSpec().getOrdinals() == null
                    ? null
                    : set.getSpec().getOrdinals().getStart();
            int first = start == null ? 0 : start;
            // Claims of up to a thousand replicas are told one by one: beyond that nobody refers to one by its name.
            int end = first + Math.min(workload.replicas(), 1000);
            workload.claimTemplates().forEach(template -> {
                ObjectMeta metadata = template.getMetadata();
                for (int ordinal = first; metadata != null && ordinal < end; ordinal++) {
                    String claim = metadata.getName() + "-" + name(set) + "-" + ordinal;
                    claimsMade.add(key("PersistentVolumeClaim", workload.namespace(), claim));
                }
            });
        }
    }

    private void addLabelsOf(Workload workload) {
        workload.pod().labels().forEach((label, value) -> byLabel.computeIfAbsent(
                        key(workload.namespace(), label, value), any -> new ArrayList<>())
                .add(workload));
    }

    private boolean isMade(String kind, String namespace, String name) {
        return claimsMade.contains(key(kind, namespace, name));
    }

    private static String key(String kind, String namespace, String name) {
        return kind + "/" + namespace + "/" + name;
    }
}
