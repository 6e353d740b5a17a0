package dev.berth.lint.rule;

import dev.berth.object.Reference;
import dev.berth.object.References;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The objects of a set that are judged now, which have consecutive numbers. */
final class JudgedObjects {

    private final int first;
    private final List<? extends HasMetadata> judged;
    /** By identity: two objects may be equal. */
    private final IdentityHashMap<HasMetadata, Integer> numbers = new IdentityHashMap<>();

    private final List<HasMetadata> objects;
    private final Map<Class<?>, List<HasMetadata>> byClass = new HashMap<>();
    private final List<PodOwner> workloads;
    private final List<PodOwner> statefulSets;
    private @Nullable List<Naming> namings;

    JudgedObjects(int first, List<? extends HasMetadata> judged) {
        this.first = first;
        this.judged = judged;
        for (int i = 0; i < judged.size(); i++) {
            numbers.put(judged.get(i), first + i);
        }
        List<HasMetadata> named = new ArrayList<>();
        List<PodOwner> owners = new ArrayList<>();
        List<PodOwner> sets = new ArrayList<>();
        for (HasMetadata object : judged) {
            if (ObjectSet.isNamed(object)) {
                named.add(object);
                byClass.computeIfAbsent(object.getClass(), any -> new ArrayList<>())
                        .add(object);
                Optional<TemplatedPod> pod = TemplatedPod.of(object);
                if (pod.isPresent()) {
                    PodOwner owner = new PodOwner(object, ObjectSet.namespace(object), pod.get());
                    owners.add(owner);
                    if (object instanceof StatefulSet) {
                        sets.add(owner);
                    }
                }
            }
        }
        this.objects = List.copyOf(named);
        this.workloads = List.copyOf(owners);
        this.statefulSets = List.copyOf(sets);
    }

    List<HasMetadata> objects() {
        return objects;
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        @SuppressWarnings("unchecked") // Objects are indexed by their own class.
        List<T> found = (List<T>) byClass.getOrDefault(type, List.of());
        return found;
    }

    List<PodOwner> workloads() {
        return workloads;
    }

    List<PodOwner> statefulSets() {
        return statefulSets;
    }

    /** Only some rules ask for the references, so they are found when the first one does. */
    List<Naming> namings() {
        List<Naming> found = namings;
        if (found == null) {
            List<Naming> all = new ArrayList<>();
            for (HasMetadata object : objects) {
                for (Reference reference : References.of(object)) {
                    all.add(new Naming(object, reference));
                }
            }
            found = List.copyOf(all);
            namings = found;
        }
        return found;
    }

    /** Returns the number of a judged object; negative for others, which are near nothing. */
    int numberOf(HasMetadata object) {
        return numbers.getOrDefault(object, -1);
    }

    /** Returns the object with a number; empty if it is not judged. */
    Optional<HasMetadata> get(int number) {
        return number >= first && number < first + judged.size()
                ? Optional.of(judged.get(number - first))
                : Optional.empty();
    }

    /** Returns the objects that fulfill a condition with their numbers. */
    List<HasMetadata> numbered(BiPredicate<HasMetadata, Integer> wanted) {
        List<HasMetadata> found = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            if (ObjectSet.isNamed(judged.get(i)) && wanted.test(judged.get(i), first + i)) {
                found.add(judged.get(i));
            }
        }
        return found;
    }
}
