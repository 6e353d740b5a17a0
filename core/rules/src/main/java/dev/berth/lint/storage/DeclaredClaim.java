package dev.berth.lint.storage;

import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of the set that creates claims: a claim itself, a claim template, or a generic ephemeral volume.
 *
 * @param object the object that contains it
 * @param path the field path of the claim's spec
 * @param spec the claim's spec
 * @param claims the claims that it creates, one for each replica, without those that the set creates in advance
 */
public record DeclaredClaim(
        HasMetadata object, String path, PersistentVolumeClaimSpec spec, List<PersistentVolumeClaim> claims) {

    /** More replicas than this do not change the findings. */
    private static final int ENOUGH_REPLICAS = 100;

    /** Returns those of the judged objects, claims first, in the order of the set. */
    public static List<DeclaredClaim> all(ObjectSet set) {
        return set.view(All.class, DeclaredClaim::judged).claims();
    }

    private static All judged(ObjectSet set) {
        List<DeclaredClaim> all = new ArrayList<>();
        for (PersistentVolumeClaim claim : set.all(PersistentVolumeClaim.class)) {
            if (claim.getSpec() != null) {
                all.add(of(claim));
            }
        }
        for (PodOwner workload : set.workloads()) {
            all.addAll(of(set, workload));
        }
        return new All(List.copyOf(all));
    }

    /** Returns those of all objects, judged or not, claims first, in the order of the set. */
    static Stream<DeclaredClaim> everywhere(ObjectSet set) {
        return Stream.concat(
                set.everywhere(PersistentVolumeClaim.class)
                        .filter(claim -> claim.getSpec() != null)
                        .map(DeclaredClaim::of),
                set.workloadsEverywhere().flatMap(workload -> of(set, workload).stream()));
    }

    /** Returns each object that may create claims as a set in which it alone is judged, so that it has its place. */
    public static Stream<ObjectSet> each(ObjectSet set) {
        return Stream.concat(set.each(PersistentVolumeClaim.class), set.eachWorkload());
    }

    private record All(List<DeclaredClaim> claims) {}

    private static DeclaredClaim of(PersistentVolumeClaim claim) {
        return new DeclaredClaim(claim, "spec", claim.getSpec(), List.of(claim));
    }

    private static List<DeclaredClaim> of(ObjectSet set, PodOwner workload) {
        List<DeclaredClaim> declared = new ArrayList<>(1);
        addTemplates(set, workload, declared);
        addEphemeral(workload, declared);
        return declared;
    }

    private static void addTemplates(ObjectSet set, PodOwner workload, List<DeclaredClaim> all) {
        if (workload.object() instanceof StatefulSet owner) {
            List<PersistentVolumeClaim> templates =
                    PodOwner.orEmpty(owner.getSpec().getVolumeClaimTemplates());
            for (int i = 0; i < templates.size(); i++) {
                PersistentVolumeClaim template = templates.get(i);
                if (template != null && template.getSpec() != null && template.getMetadata() != null) {
                    String name = template.getMetadata().getName() + "-" + ObjectSet.name(owner);
                    all.add(new DeclaredClaim(
                            owner,
                            "spec.volumeClaimTemplates[" + i + "].spec",
                            template.getSpec(),
                            withoutExisting(set, copies(workload, name, template.getMetadata(), template.getSpec()))));
                }
            }
        }
    }

    private static List<PersistentVolumeClaim> withoutExisting(ObjectSet set, List<PersistentVolumeClaim> claims) {
        List<PersistentVolumeClaim> created = new ArrayList<>();
        for (PersistentVolumeClaim claim : claims) {
            if (!set.contains("PersistentVolumeClaim", ObjectSet.namespace(claim), ObjectSet.name(claim))) {
                created.add(claim);
            }
        }
        return created;
    }

    private static void addEphemeral(PodOwner workload, List<DeclaredClaim> all) {
        workload.volumes().values().forEach(place -> {
            var ephemeral = place.volume().getEphemeral();
            if (ephemeral != null
                    && ephemeral.getVolumeClaimTemplate() != null
                    && ephemeral.getVolumeClaimTemplate().getSpec() != null) {
                PersistentVolumeClaimSpec spec =
                        ephemeral.getVolumeClaimTemplate().getSpec();
                String name =
                        ObjectSet.name(workload.object()) + "-" + place.volume().getName();
                all.add(new DeclaredClaim(
                        workload.object(),
                        place.path() + ".ephemeral.volumeClaimTemplate.spec",
                        spec,
                        copies(workload, name, new ObjectMeta(), spec)));
            }
        });
    }

    private static List<PersistentVolumeClaim> copies(
            PodOwner workload, String name, ObjectMeta template, PersistentVolumeClaimSpec spec) {
        List<PersistentVolumeClaim> copies = new ArrayList<>();
        for (int i = 0; i < Math.min(workload.replicas(), ENOUGH_REPLICAS); i++) {
            ObjectMeta metadata = new ObjectMeta();
            metadata.setName(name + "-" + i);
            metadata.setAnnotations(template.getAnnotations());
            metadata.setNamespace(workload.namespace().isEmpty() ? null : workload.namespace());
            PersistentVolumeClaim copy = new PersistentVolumeClaim();
            copy.setMetadata(metadata);
            copy.setSpec(spec);
            copies.add(copy);
        }
        return copies;
    }

    /** Returns the class that the claim names; null if it leaves that to admission. */
    public @Nullable String namedClass() {
        return spec.getStorageClassName();
    }

    /** Returns the StorageClass of the set that provisions its volumes; defaults to the default class of the set. */
    public Optional<StorageClass> storageClass(ObjectSet set) {
        String named = namedClass();
        return set.storageClass(object, named);
    }
}
