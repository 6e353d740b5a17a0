package dev.berth.lint.storage;

import dev.berth.finding.Level;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.rules.binding.Binding;
import dev.berth.rules.binding.LeftOver;
import dev.berth.rules.binding.Reasons;
import dev.berth.rules.binding.VolumeBinder;
import dev.berth.rules.binding.Volumes;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What happens to the claims of a set when they are bound one after the other to the volumes of the set. */
final class SetBindings {

    private final VolumeBinder binder;
    private final boolean anyVolume;
    private final Map<String, Fate> fates = new HashMap<>();
    /** Whether all claims of a class are bound to volumes of the set. */
    private final Map<String, Boolean> boundByClass = new HashMap<>();

    private final LeftOver leftOver;

    /** What happens to the claims of one part: which of them is reported, and how many are not bound. */
    private record Fate(int told, Binding binding, int notBound) {}

    /**
     * What happens to the claims of one part: the first that is not bound to a volume of the set, or else the first.
     */
    record Result(DeclaredClaim declared, PersistentVolumeClaim claim, Binding binding, int notBound) {}

    /** Returns what happens to the claims of the judged objects, which is decided once. */
    static List<Result> results(ObjectSet set) {
        return set.view(Judged.class, SetBindings::judged).results();
    }

    private record Judged(List<Result> results) {}

    private static Judged judged(ObjectSet set) {
        SetBindings bindings = of(set);
        List<Result> results = new ArrayList<>();
        for (DeclaredClaim declared : DeclaredClaim.all(set)) {
            bindings.result(declared).ifPresent(results::add);
        }
        return new Judged(List.copyOf(results));
    }

    /**
     * Returns the bindings of one file of a directory: its claims, the volumes of its directory, and those that its claims
     * name. Claims of other files may be alternatives, so they take no volume.
     */
    static SetBindings ofFile(ObjectSet set, HasMetadata object) {
        return set.viewOfAll(OfFiles.class, any -> new OfFiles(new ConcurrentHashMap<>()))
                .byFile()
                .computeIfAbsent(set.fileOf(object), file -> {
                    List<DeclaredClaim> claims = DeclaredClaim.all(set.fileWith(object));
                    Volumes near = set.viewOfDirectory(Volumes.class, object, () -> volumesNear(set, object));
                    List<PersistentVolume> named = claims.stream()
                            .map(claim -> claim.spec().getVolumeName())
                            .filter(name -> name != null && !near.has(name))
                            .distinct()
                            .flatMap(name -> set.find(PersistentVolume.class, object, "", name).stream())
                            .toList();
                    return new SetBindings(of(set).binder.among(near.and(named)), claims::stream, set.mayNameVolumes());
                });
    }

    private record OfFiles(Map<Integer, SetBindings> byFile) {}

    private static Volumes volumesNear(ObjectSet set, HasMetadata object) {
        Map<String, PersistentVolume> byName = new LinkedHashMap<>();
        set.near(PersistentVolume.class, object).forEach(volume -> byName.putIfAbsent(ObjectSet.name(volume), volume));
        return Volumes.of(byName.values().stream());
    }

    /** Returns the bindings of a set, which are computed once. */
    static SetBindings of(ObjectSet set) {
        return set.viewOfAll(SetBindings.class, SetBindings::new);
    }

    private SetBindings(ObjectSet set) {
        // A claim without a namespace is in the namespace of the command, which may be the one that a claimRef names.
        this(
                new VolumeBinder(
                        Volumes.of(set.everywhere(PersistentVolume.class)),
                        set.everywhere(StorageClass.class),
                        set.defaultClass(),
                        ""),
                () -> DeclaredClaim.everywhere(set),
                set.mayNameVolumes());
    }

    private SetBindings(VolumeBinder binder, Supplier<Stream<DeclaredClaim>> claims, boolean mayNameVolumes) {
        this.binder = binder;
        this.anyVolume = binder.leftOver().isAny();
        if (anyVolume) {
            // A claim that names its volume is meant to have it, whichever claim the controller sees first.
            Stream<DeclaredClaim> first = mayNameVolumes
                    ? claims.get().filter(declared -> declared.spec().getVolumeName() != null)
                    : Stream.empty();
            Stream.concat(first, claims.get())
                    // The claims of a duplicate are those of the first, so they are bound once.
                    .filter(declared -> !fates.containsKey(place(declared)))
                    .forEach(declared -> fate(declared).ifPresent(fate -> {
                        fates.put(place(declared), fate);
                        boundByClass.merge(
                                Objects.requireNonNullElse(declared.namedClass(), ""),
                                fate.notBound() == 0,
                                Boolean::logicalAnd);
                    }));
        }
        this.leftOver = binder.leftOver();
    }

    /** Returns a string that identifies where claims are declared. */
    private static String place(DeclaredClaim declared) {
        HasMetadata object = declared.object();
        return String.join("/", object.getKind(), ObjectSet.namespace(object), ObjectSet.name(object), declared.path());
    }

    private Optional<Fate> fate(DeclaredClaim declared) {
        List<Binding> bindings = new ArrayList<>();
        int notBound = 0;
        for (PersistentVolumeClaim claim : declared.claims()) {
            Binding binding = binder.bindWithPod(claim);
            bindings.add(binding);
            notBound += binding.isBound() ? 0 : 1;
        }
        int told = 0;
        while (notBound > 0 && bindings.get(told).isBound()) {
            told++;
        }
        return bindings.isEmpty() ? Optional.empty() : Optional.of(new Fate(told, bindings.get(told), notBound));
    }

    /** Returns what happens to the claims of one part. */
    Optional<Result> result(DeclaredClaim declared) {
        List<PersistentVolumeClaim> claims = declared.claims();
        return fateOf(declared)
                // A duplicate with fewer replicas has the fate of the first, which may be about a claim that it lacks.
                .filter(fate -> fate.told() < claims.size())
                .map(fate -> new Result(declared, claims.get(fate.told()), fate.binding(), fate.notBound()));
    }

    /** Without volumes, the claims do not affect each other. */
    private Optional<Fate> fateOf(DeclaredClaim declared) {
        if (anyVolume) {
            return Optional.ofNullable(fates.get(place(declared)));
        }
        synchronized (binder) {
            return fate(declared);
        }
    }

    /** Returns whether there are volumes to which claims may be bound. */
    boolean hasVolumes() {
        return anyVolume;
    }

    /** Returns whether the set has claims of a class, and all of them are bound to volumes of the set. */
    boolean bindAll(String storageClass) {
        return boundByClass.getOrDefault(storageClass, false);
    }

    /** Returns why a claim is not bound. */
    Reasons reasons(Result result, int most) {
        return binder.reasons(result.claim(), result.binding(), most);
    }

    /** Returns whether a claim gets no volume, or not the volume of the set that is intended for it. */
    boolean isBroken(ObjectSet set, Result result) {
        DeclaredClaim declared = result.declared();
        String named = declared.namedClass();
        return switch (result.binding().outcome()) {
            case BOUND, WAITING_FOR_POD -> false;
            case PROVISIONED -> isAnyMeantFor(declared);
            case CLASS_MISSING ->
                (named == null || set.exists("StorageClass", named))
                        ? isAnyMeantFor(declared)
                        : set.hasVolumeOfClass(named);
            case UNBOUND ->
                result.binding()
                        .volume()
                        .map(volume -> set.find(PersistentVolume.class, declared.object(), "", volume)
                                .isPresent())
                        .orElse(named != null || leftOver.isAny());
        };
    }

    /**
     * Returns how certain it is, in a directory, that a claim of a file gets no volume, or not the one that is intended for
     * it; empty if it may get one. Volumes and classes may be in the cluster, or created by a program.
     */
    Optional<Level> levelInDirectory(ObjectSet set, Result result) {
        DeclaredClaim declared = result.declared();
        boolean isReserved = declared.claims().stream().map(ObjectSet::name).anyMatch(leftOver::isReservedFor);
        boolean isMissing = result.binding().outcome() == Binding.Outcome.CLASS_MISSING;
        if (isMissing ? !isAnyMeantFor(declared) : !isBroken(set, result)) {
            return Optional.empty();
        }
        boolean isCertain =
                switch (result.binding().outcome()) {
                    case BOUND, WAITING_FOR_POD -> false;
                    case PROVISIONED -> isReserved;
                    case CLASS_MISSING -> true;
                    case UNBOUND ->
                        isReserved
                                || leftOver.hasFree(declared.namedClass())
                                || (anyVolume && "".equals(declared.namedClass()))
                                || result.binding().volume().isPresent();
                };
        return Optional.of(isCertain ? Level.ERROR : Level.WARNING);
    }

    private boolean isAnyMeantFor(DeclaredClaim declared) {
        return (declared.spec().getSelector() != null && leftOver.isAnyFree())
                || leftOver.hasFree(declared.namedClass())
                || declared.claims().stream().map(ObjectSet::name).anyMatch(leftOver::isReservedFor);
    }
}
