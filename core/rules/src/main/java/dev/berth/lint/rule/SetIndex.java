package dev.berth.lint.rule;

import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final IntFunction<HasMetadata> source;
    private final ClusterObjects existing;
    private final Predicate<String> namesPods;
    private final Places places = new Places();
    private final ObjectNames names = new ObjectNames();
    private final Map<String, List<Integer>> byKind = new HashMap<>();
    private final List<Integer> workloads = new ArrayList<>();
    private final PodIndex pods = new PodIndex();
    private final ClaimsMade claimsMade = new ClaimsMade();
    private final ClaimsAndVolumes claimsAndVolumes = new ClaimsAndVolumes();
    private final ServiceSlices slices = new ServiceSlices();
    private final SetViews views = new SetViews();
    private @Nullable String defaultClass;
    private final MadeObjects made = new MadeObjects();
    private final NamespaceUses namespaces = new NamespaceUses();
    private int size;

    /**
     * Creates an empty index.
     *
     * @param source returns the object with a number: the first that is added has 0, the next 1
     * @param existing what is declared to be in the cluster already
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
        String kind = ObjectNames.kindOf(object);
        String namespace = ObjectSet.namespace(object);
        names.add(kind, object, number);
        made.add(object, kind.indexOf('.') > 0);
        byKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(number);
        namespaces.add(number, namespace, object);
        Optional<TemplatedPod> pod = TemplatedPod.of(object);
        if (pod.isPresent()) {
            add(number, new PodOwner(object, namespace, pod.get()));
        } else {
            pods.addUnknown(kind, object);
        }
        if (defaultClass == null && object instanceof StorageClass storageClass && DefaultMark.isOn(storageClass)) {
            defaultClass = ObjectSet.name(object);
        }
        slices.add(object);
        claimsAndVolumes.add(object);
    }

    private void add(Integer number, PodOwner workload) {
        workloads.add(number);
        pods.add(number, workload);
        claimsMade.add(workload);
        claimsAndVolumes.add(workload);
    }

    /**
     * Returns the number of the object with this kind and name, the nearest if there are several.
     *
     * @param from the number of the object that names it; negative if it has none
     */
    public Optional<Integer> numberOf(String kind, String namespace, String name, int from) {
        List<Integer> nearest = places.nearest(from, names.numbersOf(kind, namespace, name));
        return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest.get(0));
    }

    /** The same, but empty if several files have it and none of them is nearer than the others. */
    Optional<Integer> onlyNumberOf(String kind, String namespace, String name, int from) {
        List<Integer> nearest = places.nearest(from, names.numbersOf(kind, namespace, name));
        for (int number : nearest) {
            if (places.fileOf(number) != places.fileOf(nearest.get(0))) {
                return Optional.empty();
            }
        }
        return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest.get(0));
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
                        names.numbersOf(
                                ObjectNames.kindOf(object), ObjectSet.namespace(object), ObjectSet.name(object)))
                : Optional.empty();
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

    /** Returns each object of a kind as a set in which it alone is judged, so that it has its place. */
    Stream<ObjectSet> eachOfKind(String kind) {
        return byKind.getOrDefault(kind, List.of()).stream().map(this::alone);
    }

    /** The same for each object that is a pod or creates pods. */
    Stream<ObjectSet> eachWorkload() {
        return workloads.stream().map(this::alone);
    }

    private ObjectSet alone(int number) {
        return judging(number, List.of(source.apply(number)));
    }

    /** Returns the objects of a kind in the directory of an object. */
    Stream<HasMetadata> near(String kind, int from) {
        return byKind.getOrDefault(kind, List.of()).stream()
                .filter(number -> places.isInDirectoryOf(from, number))
                .map(source::apply);
    }

    /** Returns the objects in the file of an object as a set that judges them. */
    ObjectSet fileOf(int number, IntFunction<HasMetadata> get) {
        int first = places.firstOfFile(number);
        List<HasMetadata> all =
                IntStream.range(first, places.endOfFile(number)).mapToObj(get).toList();
        return judging(first, all);
    }

    Places places() {
        return places;
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
        return names.has(kind, namespace, name)
                || (kind.equals("PersistentVolumeClaim") && claimsMade.has(namespace, name))
                || made.has(kind, namespace, name)
                || exists(kind, name);
    }

    /** Whether the set itself contains an object to which the name may lead. */
    boolean contains(String kind, String namespace, String name) {
        return names.has(kind, namespace, name)
                || names.has(kind, "", name)
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

    /** The numbers of the nearest objects to which a name may lead, as {@link #mayHave} decides. */
    List<Integer> candidates(String kind, String namespace, String name, int from) {
        String first = namespace.isEmpty() ? names.namespaceOf(kind, name).orElse("") : namespace;
        List<Integer> all = new ArrayList<>(names.numbersOf(kind, first, name));
        if (!first.isEmpty()) {
            all.addAll(names.numbersOf(kind, "", name));
        }
        return places.nearest(from, all);
    }

    /** Adds an object that something outside the set creates, such as a generator; it may be in any namespace. */
    public void addGenerated(String kind, String name) {
        made.add(kind, "", name);
    }

    MadeObjects made() {
        return made;
    }

    ObjectNames names() {
        return names;
    }

    ClusterObjects existing() {
        return existing;
    }

    boolean namesPodsAt(String service) {
        return namesPods.test(service);
    }

    boolean mayNameVolumes() {
        return claimsAndVolumes.mayNameVolumes();
    }

    boolean hasVolumeOfClass(String storageClass) {
        return claimsAndVolumes.hasVolumeOfClass(storageClass);
    }

    boolean hasSlice(String namespace, String service) {
        return slices.has(namespace, service);
    }

    Optional<String> defaultClass() {
        return Optional.ofNullable(defaultClass);
    }

    <T> T view(Class<T> type, Supplier<T> make) {
        return views.get(type, type, make);
    }

    <T> T viewOfDirectory(Class<T> type, int from, Supplier<T> make) {
        return views.get(type, List.of(type, places.directoryOf(from)), make);
    }

    static String key(String kind, String namespace, String name) {
        return kind + "/" + namespace + "/" + name;
    }
}
