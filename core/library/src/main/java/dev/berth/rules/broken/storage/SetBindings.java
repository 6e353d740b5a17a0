package dev.berth.rules.broken.storage;

import dev.berth.rules.binding.Binding;
import dev.berth.rules.binding.VolumeBinder;
import dev.berth.rules.broken.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of all the claims of a set, bound one after the other to the volumes of the set. */
final class SetBindings {

    /** What becomes of the claims of one place: the first that is not bound to a volume of the set, else the first. */
    record Result(DeclaredClaim declared, Binding binding, int notBound) {}

    private final ObjectSet set;
    private final List<Result> results = new ArrayList<>();
    private final List<PersistentVolume> leftOver;

    /** The bindings of a set, which are found once. */
    static SetBindings of(ObjectSet set) {
        return set.view(SetBindings.class, SetBindings::new);
    }

    private SetBindings(ObjectSet set) {
        this.set = set;
        // A claim without a namespace is in that of the command, which no claimRef of the set can name.
        VolumeBinder binder =
                new VolumeBinder(set.all(PersistentVolume.class), set.all(StorageClass.class), set.defaultClass(), "");
        Set<String> taken = new HashSet<>();
        for (DeclaredClaim declared : DeclaredClaim.all(set)) {
            List<Binding> bindings =
                    declared.claims().stream().map(binder::bindWithPod).toList();
            bindings.stream()
                    .filter(Binding::isBound)
                    .forEach(binding -> taken.add(binding.volume().orElseThrow()));
            List<Binding> open =
                    bindings.stream().filter(binding -> !binding.isBound()).toList();
            Stream.concat(open.stream(), bindings.stream())
                    .findFirst()
                    .ifPresent(binding -> results.add(new Result(declared, binding, open.size())));
        }
        leftOver = set.all(PersistentVolume.class).stream()
                .filter(volume -> volume.getSpec() != null && !taken.contains(ObjectSet.name(volume)))
                .toList();
    }

    List<Result> results() {
        return results;
    }

    /** Whether a claim is left without a volume, or passes by a volume of the set that was meant for it. */
    boolean isBroken(Result result) {
        if (result.binding().isBound()) {
            return false;
        }
        DeclaredClaim declared = result.declared();
        String named = declared.namedClass();
        return switch (result.binding().outcome()) {
            case BOUND, WAITING_FOR_POD -> false;
            case PROVISIONED -> leftOver.stream().anyMatch(volume -> isMeantFor(volume, declared));
            case CLASS_MISSING ->
                (named == null || set.exists("StorageClass", named))
                        ? leftOver.stream().anyMatch(volume -> isMeantFor(volume, declared))
                        : set.all(PersistentVolume.class).stream().anyMatch(volume -> hasClass(volume, named));
            case UNBOUND ->
                result.binding().volume().isPresent()
                        ? set.find(
                                        PersistentVolume.class,
                                        "",
                                        result.binding().volume().get())
                                .isPresent()
                        : named != null || !leftOver.isEmpty();
        };
    }

    private static boolean isMeantFor(PersistentVolume volume, DeclaredClaim declared) {
        ObjectReference reserved = volume.getSpec().getClaimRef();
        return reserved == null
                ? declared.spec().getSelector() != null || hasClass(volume, declared.namedClass())
                : declared.claims().stream()
                        .anyMatch(claim -> ObjectSet.name(claim).equals(reserved.getName()));
    }

    private static boolean hasClass(PersistentVolume volume, @Nullable String named) {
        if (volume.getSpec() == null) {
            return false;
        }
        String offered = volume.getSpec().getStorageClassName();
        return (offered == null ? "" : offered).equals(named == null ? "" : named);
    }
}
