package dev.berth.lint.rule;

import dev.berth.object.ExistingObject;
import dev.berth.value.Nearest;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
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

    private final SetIndex index;
    private final JudgedObjects judged;
    private final SetPods pods;
    private final Map<Class<?>, Object> views = new ConcurrentHashMap<>();

    ObjectSet(SetIndex index, int first, List<? extends HasMetadata> judged) {
        this.index = index;
        this.judged = new JudgedObjects(first, judged);
        this.pods = new SetPods(index, this);
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
        return judged.objects();
    }

    /** Returns the judged objects of one type, in the order of the set. */
    public <T extends HasMetadata> List<T> all(Class<T> type) {
        return judged.all(type);
    }

    /** Returns the judged objects that are pods or create pods. */
    public List<PodOwner> workloads() {
        return judged.workloads();
    }

    /** Returns the judged StatefulSets that have a pod template. */
    public List<PodOwner> statefulSets() {
        return judged.statefulSets();
    }

    /** Returns all references of the judged objects, in order. */
    public List<Naming> namings() {
        return judged.namings();
    }

    /** Returns all objects of one type, judged or not, in the order of the set. Each call loads them again. */
    public <T extends HasMetadata> Stream<T> everywhere(Class<T> type) {
        return index.ofKind(kindOf(type)).filter(type::isInstance).map(type::cast);
    }

    /** Returns all objects that are pods or create pods, judged or not. */
    public Stream<PodOwner> workloadsEverywhere() {
        return index.workloads();
    }

    /** Returns each object of one type as a set in which it alone is judged, so that it has its place. */
    public Stream<ObjectSet> each(Class<? extends HasMetadata> type) {
        return index.eachOfKind(kindOf(type));
    }

    /** The same for each object that is a pod or creates pods. */
    public Stream<ObjectSet> eachWorkload() {
        return index.eachWorkload();
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

    /** Returns a view of the directory of a judged object; it is computed once, whatever is judged. */
    public <T> T viewOfDirectory(Class<T> type, HasMetadata from, Supplier<T> make) {
        return index.viewOfDirectory(type, numberOf(from), make);
    }

    /** Returns the pods of the set, judged or not. */
    public SetPods pods() {
        return pods;
    }

    /** Returns whether an EndpointSlice belongs to the Service. */
    public boolean hasSlice(String namespace, String service) {
        return index.hasSlice(namespace, service);
    }

    /** Returns whether a claim, a claim template or an ephemeral volume of the set may name its PersistentVolume. */
    public boolean mayNameVolumes() {
        return index.mayNameVolumes();
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
        return index.numberOf(kindOf(type), namespace, Objects.requireNonNullElse(name, ""), numberOf(from))
                .map(this::get)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /**
     * Returns the StorageClass of the set with this name, or its default class. Empty if the set has none, or if several files
     * have alternatives with the same name, of which none is nearer than the others.
     *
     * @param from the object with the claim
     * @param name the class that the claim names; null for the default class
     */
    public Optional<StorageClass> storageClass(HasMetadata from, @Nullable String name) {
        Optional<String> wanted = name == null ? defaultClass() : Optional.of(name);
        return wanted.flatMap(found -> index.onlyNumberOf("StorageClass", "", found, numberOf(from)))
                .map(this::get)
                .filter(StorageClass.class::isInstance)
                .map(StorageClass.class::cast);
    }

    /** The model classes have the names of their kinds. Their annotations say so too, but parsing those is slow. */
    private static String kindOf(Class<? extends HasMetadata> type) {
        return type.getSimpleName();
    }

    /** Returns the number of a judged object; negative for others, which are near nothing. */
    int numberOf(HasMetadata object) {
        return judged.numberOf(object);
    }

    HasMetadata get(int number) {
        return judged.get(number).orElseGet(() -> index.get(number));
    }

    /** Returns a number that is the same for all objects of a file; negative for an object that is not judged. */
    public int fileOf(HasMetadata object) {
        return index.places().fileOf(numberOf(object));
    }

    /** Returns a number that is the same for all objects of a directory; negative for an object that is not judged. */
    public int directoryOf(HasMetadata object) {
        return index.places().directoryOf(numberOf(object));
    }

    /**
     * Returns the objects of one type in the directory of a judged object, judged or not. Each call looks at all of them, so
     * what many objects need belongs in {@link #viewOfDirectory}.
     */
    public <T extends HasMetadata> Stream<T> near(Class<T> type, HasMetadata from) {
        return index.near(kindOf(type), numberOf(from)).filter(type::isInstance).map(type::cast);
    }

    /** Returns the set with only the objects in the file of a judged object as the ones that are judged. */
    public ObjectSet fileWith(HasMetadata object) {
        return index.fileOf(numberOf(object), this::get);
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
    public List<HasMetadata> candidates(HasMetadata from, String kind, String namespace, String name) {
        List<HasMetadata> found = new ArrayList<>(1);
        for (int number : index.candidates(kind, namespace, name, numberOf(from))) {
            found.add(get(number));
        }
        return found;
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

    /** Returns whether a text of the set has the name of a pod at this Service, such as {@code db-0.db}. */
    public boolean namesPodsAt(String service) {
        return index.namesPodsAt(service);
    }

    /** Returns whether the set has an object of this kind that objects can name, in any namespace. */
    public boolean hasKind(String kind) {
        return index.names().hasKind(kind);
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
        return judged.numbered((object, number) -> index.namespaces().isFirstIn(namespace(object), number));
    }

    /** Returns the judged object that is the first without a namespace, in a set that also has objects with one. */
    public List<HasMetadata> firstWithoutNamespace() {
        return judged.numbered((object, number) -> index.namespaces().isFirstWithout(number));
    }

    /** Returns whether the object is declared as existing in the cluster. */
    public boolean exists(String kind, String name) {
        return index.exists(kind, name);
    }

    /** Returns the StorageClass of the set that is marked as the default. */
    public Optional<String> defaultClass() {
        return index.defaultClass();
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
