package dev.berth.lint.rule;

import dev.berth.object.TemplatedPod;
import dev.berth.rules.kind.Kind;
import dev.berth.rules.kind.Kinds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An index of a whole set of objects, which need not be in memory as long as each can be loaded by its number. An
 * object takes some hundred bytes here, whereas its model takes thousands.
 */
public final class SetIndex {

    private static final String SERVICE_OF_SLICE = "kubernetes.io/service-name";

    private final IntFunction<HasMetadata> source;
    private final ClusterObjects existing;
    private final Predicate<String> namesPods;
    private final TextMap<Integer> byName = new TextMap<>();
    /** Objects of an identity that an earlier one has, such as those of files that stand in for one another. */
    private final Map<String, List<Integer>> again = new HashMap<>();

    private final KnownNames names = new KnownNames();
    private final Map<String, List<Integer>> byKind = new HashMap<>();
    private final List<Integer> workloads = new ArrayList<>();
    private final PodIndex pods = new PodIndex();
    private final ClaimsMade claimsMade = new ClaimsMade();
    private final Set<String> servicesOfSlices = new HashSet<>();
    private final Set<String> classesOfVolumes = new HashSet<>();
    private final Map<Class<?>, Object> views = new HashMap<>();
    private @Nullable String defaultClass;
    private final MadeObjects made = new MadeObjects();
    private final Places places = new Places();
    private final NamespaceUses namespaces = new NamespaceUses();
    private int size;

    /**
     * Creates an empty index.
     *
     * @param source answers the object of a number: the first that is added has 0, the next 1
     * @param existing what is said to be in the cluster already
     */
    public SetIndex(IntFunction<HasMetadata> source, ClusterObjects existing) {
        this(source, existing, service -> true);
    }

    /**
     * Creates an empty index for objects that may come from anywhere.
     *
     * @param namesPods whether a text of the set has the name of a pod at a Service with this name
     */
    public SetIndex(IntFunction<HasMetadata> source, ClusterObjects existing, Predicate<String> namesPods) {
        this.source = source;
        this.existing = existing;
        this.namesPods = namesPods;
    }

    /** Adds the next object of a set that has no files. */
    public void add(HasMetadata object) {
        add(object, 0, 0);
    }

    /**
     * Adds the next object of the set.
     *
     * @param file the number of its file
     * @param directory the number of the directory of that file
     */
    public void add(HasMetadata object, int file, int directory) {
        Integer number = size++; // boxed once for all the indexes
        places.add(file, directory);
        if (!ObjectSet.isNamed(object)) {
            return;
        }
        String kind = kindOf(object);
        String namespace = ObjectSet.namespace(object);
        String key = nameKey(kind, namespace, ObjectSet.name(object));
        if (!byName.putIfAbsent(key, number).equals(number)) {
            again.computeIfAbsent(key, any -> new ArrayList<>(1)).add(number);
        }
        addName(kind, namespace, object, number);
        made.add(object, kind.indexOf('.') > 0);
        byKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(number);
        namespaces.add(number, namespace, object);
        TemplatedPod.of(object)
                .map(pod -> new PodOwner(object, namespace, pod))
                .ifPresentOrElse(workload -> add(number, workload), () -> pods.addUnknown(kind, object));
        if (defaultClass == null && object instanceof StorageClass storageClass && ObjectSet.isDefault(storageClass)) {
            defaultClass = ObjectSet.name(object);
        }
        if (object instanceof PersistentVolume volume
                && volume.getSpec() != null
                && volume.getSpec().getStorageClassName() != null) {
            classesOfVolumes.add(volume.getSpec().getStorageClassName());
        }
        if (kind.equals("EndpointSlice")) {
            addSlice(namespace, object.getMetadata());
        }
    }

    /** A custom resource may have the same kind as a built-in one, such as the Service of Knative. */
    private static String kindOf(HasMetadata object) {
        String version = object.getApiVersion();
        String group = version.substring(0, Math.max(0, version.indexOf('/')));
        boolean custom = group.indexOf('.') > 0 && !group.endsWith(".k8s.io");
        return custom ? object.getKind() + "." + group : object.getKind();
    }

    /** Nothing names a workload. A data source is named by its kind alone, without the group of a custom resource. */
    private void addName(String kind, String namespace, HasMetadata object, Integer number) {
        String name = ObjectSet.name(object);
        if (Kinds.named(object.getKind()).isEmpty()) {
            byName.putIfAbsent(nameKey(object.getKind(), namespace, name), number);
            names.add(object.getKind(), namespace, name);
        } else if (Kinds.named(kind).filter(Kind::makesPods).isEmpty()) {
            names.add(kind, namespace, name);
        }
    }

    private void add(Integer number, PodOwner workload) {
        workloads.add(number);
        pods.add(number, workload);
        claimsMade.add(workload);
    }

    private void addSlice(String namespace, ObjectMeta metadata) {
        String service =
                metadata.getLabels() == null ? null : metadata.getLabels().get(SERVICE_OF_SLICE);
        if (service != null) {
            servicesOfSlices.add(namespace + "/" + service);
        }
    }

    /**
     * Returns the number of the object with this kind and name, the nearest if there are several.
     *
     * @param from the number of the object that names it; negative if it has none
     */
    public Optional<Integer> numberOf(String kind, String namespace, String name, int from) {
        return places.nearest(from, numbersOf(nameKey(kind, namespace, name))).stream()
                .findFirst();
    }

    NamespaceUses namespaces() {
        return namespaces;
    }

    /** Returns the number of the nearest object with the same identity in a cluster as the one that is added next. */
    public Optional<Integer> earlier(HasMetadata object, int file, int directory) {
        return ObjectSet.isNamed(object)
                ? places.nearest(
                        file,
                        directory,
                        numbersOf(nameKey(kindOf(object), ObjectSet.namespace(object), ObjectSet.name(object))))
                : Optional.empty();
    }

    private List<Integer> numbersOf(String nameKey) {
        Optional<Integer> first = byName.get(nameKey);
        List<Integer> others = again.getOrDefault(nameKey, List.of());
        return others.isEmpty()
                ? first.stream().toList()
                : Stream.concat(first.stream(), others.stream()).toList();
    }

    /** The namespace of a cluster-scoped object is ignored. */
    private static String nameKey(String kind, String namespace, String name) {
        boolean clusterWide = Kinds.named(kind).filter(Kind::isClusterWide).isPresent();
        return key(kind, clusterWide ? "" : namespace, name);
    }

    /** Returns the set with some of its objects loaded, which are judged; the first of them has that number. */
    public ObjectSet judging(int first, List<? extends HasMetadata> some) {
        return new ObjectSet(this, first, some);
    }

    HasMetadata get(int number) {
        return source.apply(number);
    }

    Stream<HasMetadata> ofKind(String kind) {
        return numbered(byKind.getOrDefault(kind, List.of()));
    }

    Stream<PodOwner> workloads() {
        return numbered(workloads)
                .flatMap(object ->
                        TemplatedPod.of(object)
                                .map(pod -> new PodOwner(object, ObjectSet.namespace(object), pod))
                                .stream());
    }

    private Stream<HasMetadata> numbered(List<Integer> numbers) {
        return IntStream.range(0, numbers.size()).mapToObj(i -> source.apply(numbers.get(i)));
    }

    PodIndex pods() {
        return pods;
    }

    boolean has(String kind, String namespace, String name) {
        return byName.has(nameKey(kind, namespace, name))
                || (kind.equals("PersistentVolumeClaim") && claimsMade.has(namespace, name))
                || made.has(kind, namespace, name)
                || exists(kind, name);
    }

    /** Whether the set itself contains an object to which the name may lead. */
    boolean contains(String kind, String namespace, String name) {
        return byName.has(nameKey(kind, namespace, name))
                || byName.has(nameKey(kind, "", name))
                || (namespace.isEmpty() && names.namespaceOf(kind, name).isPresent());
    }

    boolean exists(String kind, String name) {
        return existing.has(kind, name);
    }

    /**
     * Whether a name may lead to an object of the set. Where one of the two has no namespace, the command that applies it
     * decides, and may decide for the namespace of the other.
     */
    boolean mayHave(String kind, String namespace, String name) {
        if (namespace.isEmpty()) {
            return has(kind, "", name)
                    || names.namespaceOf(kind, name).isPresent()
                    || made.hasSomewhere(kind, name)
                    || (kind.equals("PersistentVolumeClaim") && claimsMade.hasAnywhere(name));
        }
        return has(kind, namespace, name) || has(kind, "", name);
    }

    /** The nearest objects to which a name may lead, as {@link #mayHave} decides. */
    Stream<HasMetadata> candidates(String kind, String namespace, String name, int from) {
        String first = namespace.isEmpty() ? names.namespaceOf(kind, name).orElse("") : namespace;
        List<Integer> all = Stream.of(first, "")
                .distinct()
                .flatMap(in -> numbersOf(nameKey(kind, in, name)).stream())
                .toList();
        return places.nearest(from, all).stream().map(source::apply);
    }

    /** Adds an object that something outside the set creates, such as a generator; it may be in any namespace. */
    public void addGenerated(String kind, String name) {
        made.add(kind, "", name);
    }

    MadeObjects made() {
        return made;
    }

    KnownNames names() {
        return names;
    }

    ClusterObjects existing() {
        return existing;
    }

    boolean namesPodsAt(String service) {
        return namesPods.test(service);
    }

    boolean hasVolumeOfClass(String storageClass) {
        return classesOfVolumes.contains(storageClass);
    }

    boolean hasSlice(String namespace, String service) {
        return servicesOfSlices.contains(namespace + "/" + service);
    }

    Optional<String> defaultClass() {
        return Optional.ofNullable(defaultClass);
    }

    /** A view that needs many objects is computed once; other callers wait for it. */
    synchronized <T> T view(Class<T> type, Supplier<T> make) {
        Object known = views.get(type);
        if (known == null) {
            known = make.get();
            views.put(type, known);
        }
        return type.cast(known);
    }

    static String key(String kind, String namespace, String name) {
        return kind + "/" + namespace + "/" + name;
    }
}
