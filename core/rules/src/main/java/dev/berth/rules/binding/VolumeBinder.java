package dev.berth.rules.binding;

import dev.berth.rules.binding.Binding.Outcome;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which volume a claim is bound to, as the PersistentVolume controller does, without a cluster.
 *
 * <p>Among the volumes that match, those with the fewest access modes come first, then one that is reserved for the
 * claim, then the smallest, then the first in the given order. A bound volume is not available to any other claim.
 *
 * <p>Source: Kubernetes 1.36, {@code syncUnboundClaim} in {@code
 * pkg/controller/volume/persistentvolume/pv_controller.go}, {@code findByClaim} in {@code index.go} beside it, {@code
 * FindMatchingVolume} in {@code component-helpers/storage/volume/pv_helpers.go}.
 */
public final class VolumeBinder {

    private final Volumes volumes;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Set<List<@Nullable Object>> hopeless = new HashSet<>();
    /** For each class, before which of its free volumes all are taken. */
    private final Map<String, Integer> firstLeft = new HashMap<>();

    private final ClassesOfClaims classes;
    private final Optional<String> defaultClass;
    private final String namespace;
    private int turn;

    /**
     * Creates a binder for a cluster with these volumes and classes.
     *
     * @param defaultClass the class that admission sets in a claim without one
     * @param namespace the namespace of claims without one; empty if it is not known, so that such a claim may be in the
     *     namespace that a volume is reserved for
     */
    public VolumeBinder(
            Volumes volumes, Stream<StorageClass> classes, Optional<String> defaultClass, String namespace) {
        this(volumes, new ClassesOfClaims(classes), defaultClass, namespace);
    }

    private VolumeBinder(Volumes volumes, ClassesOfClaims classes, Optional<String> defaultClass, String namespace) {
        this.volumes = volumes;
        this.classes = classes;
        this.defaultClass = defaultClass;
        this.namespace = namespace;
    }

    /** Returns a binder for the same cluster with other volumes, none of which is taken. */
    public VolumeBinder among(Volumes others) {
        return new VolumeBinder(others, classes, defaultClass, namespace);
    }

    /** Binds a claim that no pod uses yet; its volume is no longer available to later claims. */
    public Binding bind(PersistentVolumeClaim model) {
        Claim claim = claim(model);
        return bind(claim, classes.waitsForPod(claim.storageClass()));
    }

    /** Binds a claim that is used by a pod that can run anywhere: a class that waits for a pod has its pod. */
    public Binding bindWithPod(PersistentVolumeClaim model) {
        return bind(claim(model), false);
    }

    private Claim claim(PersistentVolumeClaim model) {
        return Claim.of(model, namespace, defaultClass);
    }

    private Binding bind(Claim claim, boolean waits) {
        turn++;
        if (!claim.volumeName().isEmpty()) {
            return volumes.named(claim.volumeName())
                    .filter(named -> !taken.containsKey(named.name)
                            && !Mismatch.isAny(Mismatch.ofNamed(named, claim), named, claim))
                    .map(this::take)
                    .orElseGet(() -> new Binding(Outcome.UNBOUND, Optional.of(claim.volumeName()), turn));
        }
        Predicate<Candidate> serves = volume ->
                !taken.containsKey(volume.name) && !Mismatch.isAny(Mismatch.ofCandidate(volume, claim), volume, claim);
        Candidate best = waits ? null : anyFree(claim, serves).orElse(null);
        for (Candidate volume : volumes.reservedFor(claim.name())) {
            if (volume.isReservedFor(claim) && serves.test(volume) && (best == null || isBetter(volume, best, claim))) {
                best = volume;
            }
        }
        return best == null
                ? new Binding(classes.outcome(claim.storageClass(), waits), Optional.empty(), turn)
                : take(best);
    }

    /** Returns whether the controller prefers a volume that is reserved for the claim to another one. */
    private static boolean isBetter(Candidate reserved, Candidate other, Claim claim) {
        int modes = Volumes.FEWEST_MODES.compare(reserved, other);
        boolean isFirst = !other.isReservedFor(claim) || Volumes.SMALLEST.compare(reserved, other) < 0;
        return modes < 0 || (modes == 0 && isFirst);
    }

    /**
     * Returns the best volume that is not reserved. Their number only shrinks: what matched no claim matches no similar
     * claim.
     */
    private Optional<Candidate> anyFree(Claim claim, Predicate<Candidate> serves) {
        List<Candidate> ofClass = left(claim.storageClass());
        if (ofClass.isEmpty()) {
            return Optional.empty();
        }
        List<@Nullable Object> demand = demand(claim);
        if (hopeless.contains(demand)) {
            return Optional.empty();
        }
        Optional<Candidate> best = ofClass.stream().filter(serves).findFirst();
        if (best.isEmpty()) {
            hopeless.add(demand);
        }
        return best;
    }

    /** Returns the free volumes of a class from the first that is not taken. */
    private List<Candidate> left(String storageClass) {
        List<Candidate> ofClass = volumes.free(storageClass);
        int first = firstLeft.getOrDefault(storageClass, 0);
        while (first < ofClass.size() && taken.containsKey(ofClass.get(first).name)) {
            firstLeft.put(storageClass, ++first);
        }
        return ofClass.subList(first, ofClass.size());
    }

    /** What a claim requires of a volume that is not reserved for it. */
    private static List<@Nullable Object> demand(Claim claim) {
        return Arrays.asList(
                claim.storageClass(),
                claim.volumeMode(),
                claim.accessModes(),
                claim.request().bytes(),
                claim.attributesClass(),
                claim.selector());
    }

    private Binding take(Candidate volume) {
        taken.put(volume.name, turn);
        return new Binding(Outcome.BOUND, Optional.of(volume.name), turn);
    }

    /**
     * Explains why a claim is not bound: a line for each volume that does not match it, and one for its class.
     *
     * @param binding the result of binding it
     * @param most the maximum number of lines; the others are counted
     */
    public Reasons reasons(PersistentVolumeClaim model, Binding binding, int most) {
        Claim claim = claim(model);
        if (binding.isBound()) {
            return new Reasons(List.of(), 0);
        }
        if (!claim.volumeName().isEmpty()) {
            String line = volumes.named(claim.volumeName())
                    .map(named -> line(named, claim, Mismatch.ofNamed(named, claim), binding))
                    .orElseGet(() ->
                            "The claim names PersistentVolume \"" + claim.volumeName() + "\", which does not exist.");
            return new Reasons(List.of(line), 0);
        }
        List<String> lines = volumes.all().stream()
                .filter(volume ->
                        wasTaken(volume, binding) || Mismatch.isAny(Mismatch.ofCandidate(volume, claim), volume, claim))
                .limit(most)
                .map(volume -> line(volume, claim, Mismatch.ofCandidate(volume, claim), binding))
                .collect(Collectors.toCollection(ArrayList::new));
        if (lines.size() < most) {
            lines.add(ClassesOfClaims.inWords(claim.storageClass(), binding.outcome()));
            return new Reasons(lines, 0);
        }
        // No volume matches a claim that has a pod and is not bound, so the rest need not be checked.
        return new Reasons(lines, volumes.all().size() + 1 - lines.size());
    }

    /** Returns the volumes that no claim has taken. */
    public LeftOver leftOver() {
        return new LeftOver(volumes, volume -> !taken.containsKey(volume.name));
    }

    private boolean wasTaken(Candidate volume, Binding binding) {
        return taken.getOrDefault(volume.name, Integer.MAX_VALUE) < binding.turn();
    }

    private String line(Candidate volume, Claim claim, List<Mismatch> possible, Binding binding) {
        Stream<String> reasons = possible.stream()
                .filter(reason -> reason.applies(volume, claim))
                .map(reason -> reason.inWords(volume, claim));
        Stream<String> gone = wasTaken(volume, binding) ? Stream.of("it is bound to another claim") : Stream.empty();
        return "PersistentVolume \"" + volume.name + "\": "
                + Stream.concat(reasons, gone).collect(Collectors.joining("; ")) + ".";
    }
}
