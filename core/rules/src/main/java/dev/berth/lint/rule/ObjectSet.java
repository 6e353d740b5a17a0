package dev.berth.lint.rule;

import dev.berth.object.ExistingObject;
import dev.berth.object.Reference;
import dev.berth.object.References;
import dev.berth.object.TemplatedPod;
import dev.berth.value.Nearest;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The objects that are applied together, the objects that are declared as existing in the cluster, and the objects that
 * are judged now: all of a declaration, or one batch after the other of a directory of any size.
 *
 * <p>Objects without a namespace are assumed to be in the namespace of the command that applies them, which is
 * different from all others. Objects without metadata are left out: the API server refuses them.
 */
public final class ObjectSet {

    private static final Set<String> DEFAULT_CLASS =
            Set.of("storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class");

    private final SetIndex index;
    private final int first;
    private final List<? extends HasMetadata> judged;
    /** By identity: two objects may be equal. */
    private final IdentityHashMap<HasMetadata, Integer> numbers = new IdentityHashMap<>();

    private final List<HasMetadata> objects;
    private final Map<Class<?>, List<HasMetadata>> byClass;
    private final List<PodOwner> workloads;
    private final List<PodOwner> statefulSets;
    private final List<Naming> namings;
    private final Map<Class<?>, Object> views = new ConcurrentHashMap<>();

    /**
     * An object of the set, and a reference to another object.
     *
     * @param object the object
     * @param reference the name in it, and its field path
     */
    public record Naming(HasMetadata object, Reference reference) {}

    ObjectSet(SetIndex index, int first, List<? extends HasMetadata> judged) {
        this.index = index;
        this.first = first;
        this.judged = judged;
        for (int i = 0; i < judged.size(); i++) {
            numbers.put(judged.get(i), first + i);
        }
        this.objects = judged.stream()
                .filter(ObjectSet::isNamed)
                .map(object -> (HasMetadata) object)
                .toList();
        this.byClass = objects.stream().collect(Collectors.groupingBy(Object::getClass));
        this.workloads = objects.stream()
                .flatMap(object ->
                        TemplatedPod.of(object).map(pod -> new PodOwner(object, namespace(object), pod)).stream())
                .toList();
        this.statefulSets = workloads.stream()
                .filter(workload -> workload.object() instanceof StatefulSet)
                .toList();
        this.namings = objects.stream()
                .flatMap(object -> References.of(object).stream().map(reference -> new Naming(object, reference)))
                .toList();
    }

    /** Returns a set in which all of these objects are judged, and the others already exist in the cluster. */
    public static ObjectSet of(Collection<? extends HasMetadata> objects, Set<ExistingObject> existing) {
        List<HasMetadata> all = List.copyOf(objects);
        SetIndex index = new SetIndex(all::get, ClusterObjects.declared(existing));
        all.forEach(index::add);
        return index.judging(0, all);
    }

    /** Returns the judged objects. */
    public List<HasMetadata> objects() {
        return objects;
    }

    /** Returns the judged objects of one type, in the order of the set. */
    public <T extends HasMetadata> List<T> all(Class<T> type) {
        @SuppressWarnings("unchecked") // Objects are indexed by their own class.
        List<T> found = (List<T>) byClass.getOrDefault(type, List.of());
        return found;
    }

    /** Returns the judged objects that are pods or create pods. */
    public List<PodOwner> workloads() {
        return workloads;
    }

    /** Returns the judged StatefulSets that have a pod template. */
    public List<PodOwner> statefulSets() {
        return statefulSets;
    }

    /** Returns all references of the judged objects, in order. */
    public List<Naming> namings() {
        return namings;
    }

    /** Returns all objects of one type, judged or not, in the order of the set. Each call loads them again. */
    public <T extends HasMetadata> Stream<T> everywhere(Class<T> type) {
        return index.ofKind(HasMetadata.getKind(type)).filter(type::isInstance).map(type::cast);
    }

    /** Returns all objects that are pods or create pods, judged or not. */
    public Stream<PodOwner> workloadsEverywhere() {
        return index.workloads();
    }

    /** Returns a view of the judged objects that several rules use; it is computed once. */
    public <T> T view(Class<T> type, Function<ObjectSet, T> make) {
        Object known = views.get(type);
        if (known == null) {
            T made = make.apply(this);
            known = Objects.requireNonNullElse(views.putIfAbsent(type, made), made);
        }
        return type.cast(known);
    }

    /** Returns a view of the whole set; it is computed once, whatever is judged. */
    public <T> T viewOfAll(Class<T> type, Function<ObjectSet, T> make) {
        return index.view(type, () -> make.apply(this));
    }

    /** Returns the pods of a namespace with all of these labels; without labels, all pods of the namespace. */
    public Stream<Pods> podsWith(String namespace, @Nullable Map<String, String> labels) {
        return index.pods().with(namespace, labels == null ? Map.of() : labels);
    }

    /** Returns whether the namespace has pods that are not known, such as those of an object that cannot be decoded. */
    public boolean hasUnknownPods(String namespace) {
        return index.pods().hasUnknown(namespace);
    }

    /** Returns the first pods of the set that use a claim as a volume. */
    public Optional<Pods> firstUserOf(String namespace, String claim) {
        return index.pods().firstUserOf(namespace, claim);
    }

    /** Returns the workload of the set that these pods belong to. */
    public Optional<PodOwner> workloadOf(Pods pods, HasMetadata from) {
        return index.numberOf(pods.kind(), pods.namespace(), pods.name(), numberOf(from))
                .map(this::get)
                .flatMap(object -> TemplatedPod.of(object).map(pod -> new PodOwner(object, namespace(object), pod)));
    }

    /** Returns whether a StatefulSet has the Service as its governing Service. */
    public boolean isGoverned(String namespace, String service) {
        return !index.pods().governedBy(namespace, service).isEmpty();
    }

    /** Returns the StatefulSets whose governing Service is this judged object, which is the nearest with its name. */
    public Stream<PodOwner> governedBy(Service service) {
        return index.pods().governedBy(namespace(service), name(service)).stream()
                .filter(set -> index.numberOf("Service", namespace(service), name(service), set)
                        .filter(nearest -> nearest == numberOf(service))
                        .isPresent())
                .map(this::get)
                .flatMap(object ->
                        TemplatedPod.of(object).map(pod -> new PodOwner(object, namespace(object), pod)).stream());
    }

    /** Returns whether an EndpointSlice belongs to the Service. */
    public boolean hasSlice(String namespace, String service) {
        return index.hasSlice(namespace, service);
    }

    /** Returns whether a PersistentVolume names the class, which the binder only compares as a string. */
    public boolean hasVolumeOfClass(String storageClass) {
        return index.hasVolumeOfClass(storageClass);
    }

    /**
     * Returns the object of the set with this name: the nearest if several have it, in the same file, the same directory,
     * or elsewhere.
     *
     * @param from the object that names it
     */
    public <T extends HasMetadata> Optional<T> find(
            Class<T> type, HasMetadata from, String namespace, @Nullable String name) {
        return index.numberOf(
                        HasMetadata.getKind(type), namespace, Objects.requireNonNullElse(name, ""), numberOf(from))
                .map(this::get)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** Returns the number of a judged object; negative for others, which are near nothing. */
    private int numberOf(HasMetadata object) {
        return numbers.getOrDefault(object, -1);
    }

    private HasMetadata get(int number) {
        return number >= first && number < first + judged.size() ? judged.get(number - first) : index.get(number);
    }

    /** Returns whether a name may lead to an object that the set itself contains, as {@link #mayHave} decides. */
    public boolean contains(String kind, String namespace, String name) {
        return index.contains(kind, namespace, name);
    }

    /** Returns whether the set contains the object, creates it, or declares it as existing. */
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

    /**
     * The objects of the set to which a name in an object may lead: the nearest, and several where files stand in for one
     * another.
     */
    public Stream<HasMetadata> candidates(HasMetadata from, String kind, String namespace, String name) {
        return index.candidates(kind, namespace, name, numberOf(from));
    }

    /** Returns whether the set describes the cluster around it, so that what it does not have is not there. */
    public boolean describesCluster() {
        return index.existing().isComplete();
    }

    /** Returns whether a controller creates an object for another object of the set, which then decides its content. */
    public boolean isMade(String kind, String namespace, String name) {
        return index.made().has(kind, namespace, name)
                || (namespace.isEmpty() && index.made().hasSomewhere(kind, name));
    }

    /** Returns who may start pods in a namespace that the set does not show, such as an operator. */
    public Optional<String> podMaker(String namespace) {
        return index.made().podMaker(namespace);
    }

    /** Returns whether the set shows pods of the namespace. */
    public boolean hasPods(String namespace) {
        return index.pods().with(namespace, Map.of()).findAny().isPresent();
    }

    /** Returns whether a text of the set has the name of a pod at this Service, such as {@code db-0.db}. */
    public boolean namesPodsAt(String service) {
        return index.namesPodsAt(service);
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

    /** Returns the judged objects that are the first of the whole set in their namespace. */
    public List<HasMetadata> firstOfNamespaces() {
        return numbered((object, number) -> index.namespaces().isFirstIn(namespace(object), number));
    }

    /** Returns the judged object that is the first without a namespace, in a set that also has objects with one. */
    public List<HasMetadata> firstWithoutNamespace() {
        return numbered((object, number) -> index.namespaces().isFirstWithout(number));
    }

    private List<HasMetadata> numbered(BiPredicate<HasMetadata, Integer> wanted) {
        List<HasMetadata> found = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            if (isNamed(judged.get(i)) && wanted.test(judged.get(i), first + i)) {
                found.add(judged.get(i));
            }
        }
        return found;
    }

    /** Returns whether the object is declared as existing in the cluster. */
    public boolean exists(String kind, String name) {
        return index.exists(kind, name);
    }

    /** Returns the StorageClass of the set that is marked as the default. */
    public Optional<String> defaultClass() {
        return index.defaultClass();
    }

    /** Returns whether a StorageClass is marked as the default. */
    public static boolean isDefault(StorageClass storageClass) {
        Map<String, String> annotations = storageClass.getMetadata().getAnnotations();
        return annotations != null
                && DEFAULT_CLASS.stream().anyMatch(annotation -> "true".equals(annotations.get(annotation)));
    }

    /** Returns the namespace of an object; empty if it has none. */
    public static String namespace(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getNamespace(), "");
    }

    /** Returns the name of an object; empty if it has none. */
    public static String name(HasMetadata object) {
        return Objects.requireNonNullElse(object.getMetadata().getName(), "");
    }

    /** Returns whether an object has a name that distinguishes it from others. */
    public static boolean isNamed(HasMetadata object) {
        return object.getMetadata() != null && object.getKind() != null && object.getApiVersion() != null;
    }
}
