package dev.berth.lint.rule;

import dev.berth.object.ExistingObject;
import dev.berth.object.Reference;
import dev.berth.object.References;
import dev.berth.object.TemplatedPod;
import dev.berth.value.Nearest;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The objects that are applied together, what is declared to be in the cluster already, and those of the objects that are
 * judged now: all of a declaration, some after the others of a directory that may be of any size.
 *
 * <p>Objects without a namespace are taken to be in one of their own, that of the command that applies them. Objects
 * without metadata are left out: the API server refuses them.
 */
public final class ObjectSet {

    private static final Set<String> DEFAULT_CLASS =
            Set.of("storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class");

    private final SetIndex index;
    private final int first;
    private final List<? extends HasMetadata> judged;
    private final List<HasMetadata> objects;
    private final Map<Class<?>, List<HasMetadata>> byClass;
    private final List<Workload> workloads;
    private final List<Workload> statefulSets;
    private final List<Naming> namings;
    private final Map<Class<?>, Object> views = new ConcurrentHashMap<>();

    /**
     * An object of the set and something that it names.
     *
     * @param object the object
     * @param reference what it names, and where
     */
    public record Naming(HasMetadata object, Reference reference) {}

    ObjectSet(SetIndex index, int first, List<? extends HasMetadata> judged) {
        this.index = index;
        this.first = first;
        this.judged = judged;
        this.objects = judged.stream()
                .filter(ObjectSet::isNamed)
                .map(object -> (HasMetadata) object)
                .toList();
        this.byClass = objects.stream().collect(Collectors.groupingBy(Object::getClass));
        this.workloads = objects.stream()
                .flatMap(object ->
                        TemplatedPod.of(object).map(pod -> new Workload(object, namespace(object), pod)).stream())
                .toList();
        this.statefulSets = workloads.stream()
                .filter(workload -> workload.object() instanceof StatefulSet)
                .toList();
        this.namings = objects.stream()
                .flatMap(object -> References.of(object).stream().map(reference -> new Naming(object, reference)))
                .toList();
    }

    /** A set of these objects, all of which are judged, where those other ones live in the cluster already. */
    public static ObjectSet of(Collection<? extends HasMetadata> objects, Set<ExistingObject> existing) {
        List<HasMetadata> all = List.copyOf(objects);
        SetIndex index = new SetIndex(all::get, ClusterObjects.declared(existing));
        all.forEach(index::add);
        return index.judging(0, all);
    }

    /** The objects that are judged. */
    public List<HasMetadata> objects() {
        return objects;
    }

    /** The objects of one type that are judged, in the order of the set. */
    public <T extends HasMetadata> List<T> all(Class<T> type) {
        @SuppressWarnings("unchecked") // What is filed under a class is of that class.
        List<T> found = (List<T>) byClass.getOrDefault(type, List.of());
        return found;
    }

    /** The objects that are judged and are pods or make pods. */
    public List<Workload> workloads() {
        return workloads;
    }

    /** The StatefulSets that are judged and say what their pods are. */
    public List<Workload> statefulSets() {
        return statefulSets;
    }

    /** Everything that the objects that are judged name, in their order. */
    public List<Naming> namings() {
        return namings;
    }

    /** All objects of one type, judged now or not, in the order of the set: each is made anew for whoever asks. */
    public <T extends HasMetadata> Stream<T> everywhere(Class<T> type) {
        return index.ofKind(HasMetadata.getKind(type)).filter(type::isInstance).map(type::cast);
    }

    /** All objects that are pods or make pods, judged now or not. */
    public Stream<Workload> workloadsEverywhere() {
        return index.workloads();
    }

    /** A view of the objects that are judged, which several rules look at: it is made once. */
    public <T> T view(Class<T> type, Function<ObjectSet, T> make) {
        Object known = views.get(type);
        if (known == null) {
            T made = make.apply(this);
            known = Objects.requireNonNullElse(views.putIfAbsent(type, made), made);
        }
        return type.cast(known);
    }

    /** A view of the whole set: it is made once, whatever is judged. */
    public <T> T viewOfAll(Class<T> type, Function<ObjectSet, T> make) {
        return index.view(type, () -> make.apply(this));
    }

    /** The pods of a namespace that carry all of these labels; without labels, all of the namespace. */
    public Stream<Pods> podsWith(String namespace, @Nullable Map<String, String> labels) {
        return index.pods().with(namespace, labels == null ? Map.of() : labels);
    }

    /** Whether the namespace has pods of which nothing is known, as those of an object that cannot be decoded. */
    public boolean hasUnknownPods(String namespace) {
        return index.pods().hasUnknown(namespace);
    }

    /** The pods that come first in the set of those that name a claim as one of their volumes. */
    public Optional<Pods> firstUserOf(String namespace, String claim) {
        return index.pods().firstUserOf(namespace, claim);
    }

    /** The workload of the set that these pods belong to. */
    public Optional<Workload> workloadOf(Pods pods) {
        return index.numberOf(pods.kind(), pods.namespace(), pods.name())
                .map(this::get)
                .flatMap(object -> TemplatedPod.of(object).map(pod -> new Workload(object, namespace(object), pod)));
    }

    /** Whether a StatefulSet names the Service as the one that governs it. */
    public boolean isGoverned(String namespace, String service) {
        return index.pods().isGoverned(namespace, service);
    }

    /** Whether an EndpointSlice belongs to the Service. */
    public boolean hasSlice(String namespace, String service) {
        return index.hasSlice(namespace, service);
    }

    /** Whether a PersistentVolume names the class: to the binder it is a text that has to be the same, and no more. */
    public boolean hasVolumeOfClass(String storageClass) {
        return index.hasVolumeOfClass(storageClass);
    }

    /** The object of the set that has this name. */
    public <T extends HasMetadata> Optional<T> find(Class<T> type, String namespace, @Nullable String name) {
        return index.numberOf(HasMetadata.getKind(type), namespace, Objects.requireNonNullElse(name, ""))
                .map(this::get)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private HasMetadata get(int number) {
        return number >= first && number < first + judged.size() ? judged.get(number - first) : index.get(number);
    }

    /** Whether the set has the object, makes it, or is declared to find it in the cluster. */
    public boolean has(String kind, String namespace, String name) {
        return index.has(kind, namespace, name);
    }

    /**
     * Whether a name may lead to an object of the set, or to one that is declared to be in the cluster. Where one of the
     * two has no namespace, the command that applies it decides, and may decide for the namespace of the other.
     */
    public boolean mayHave(String kind, String namespace, String name) {
        return index.mayHave(kind, namespace, name);
    }

    /** The objects of the set to which a name may lead: several where files stand in for one another. */
    public Stream<HasMetadata> candidates(String kind, String namespace, String name) {
        return index.candidates(kind, namespace, name);
    }

    /** The namespace in which the set has an object of this kind and name. */
    public Optional<String> namespaceOf(String kind, String name) {
        return index.names().namespaceOf(kind, name);
    }

    /** The question whether a name that is near was meant, to put after a message; empty where none is. */
    public String didYouMean(String kind, String name) {
        return Nearest.question(name, index.names().of(kind));
    }

    /** How the author says that the cluster has the object already. */
    public String existingHint(String kind, String name) {
        return index.existing().hint(kind, name);
    }

    /** Whether the object is declared to be in the cluster already. */
    public boolean exists(String kind, String name) {
        return index.exists(kind, name);
    }

    /** The class of the set that is marked as the default one. */
    public Optional<String> defaultClass() {
        return index.defaultClass();
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

    /** Whether an object says enough of itself to be told from others. */
    public static boolean isNamed(HasMetadata object) {
        return object.getMetadata() != null && object.getKind() != null && object.getApiVersion() != null;
    }
}
