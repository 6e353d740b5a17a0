package dev.berth.lint.scheduling;

import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A claim that the pods of a workload use.
 *
 * @param name its name in the pod: that of the claim template or of the volume
 * @param claim the claim, as the set declares it
 */
record PodClaims(String name, PersistentVolumeClaimSpec claim) {

    /** Returns the claims of a workload: those of its claim templates, of ephemeral volumes, and claims of the set. */
    static List<PodClaims> of(ObjectSet set, PodOwner workload) {
        List<PodClaims> claims = new ArrayList<>();
        for (PersistentVolumeClaim template : workload.claimTemplates()) {
            if (template.getSpec() != null && template.getMetadata() != null) {
                claims.add(new PodClaims(ObjectSet.name(template), template.getSpec()));
            }
        }
        workload.volumes().forEach((name, place) -> {
            var ephemeral = place.volume().getEphemeral();
            if (ephemeral != null
                    && ephemeral.getVolumeClaimTemplate() != null
                    && ephemeral.getVolumeClaimTemplate().getSpec() != null) {
                claims.add(
                        new PodClaims(name, ephemeral.getVolumeClaimTemplate().getSpec()));
            }
            PersistentVolumeClaimVolumeSource source = place.volume().getPersistentVolumeClaim();
            if (source != null) {
                set.find(PersistentVolumeClaim.class, workload.object(), workload.namespace(), source.getClaimName())
                        .filter(claim -> claim.getSpec() != null)
                        .ifPresent(claim -> claims.add(new PodClaims(name, claim.getSpec())));
            }
        });
        return claims;
    }

    /** Returns the StorageClass of the set that provisions the volume; defaults to the default class of the set. */
    Optional<StorageClass> storageClass(ObjectSet set, PodOwner workload) {
        String named = claim.getStorageClassName();
        return set.storageClass(workload.object(), named);
    }
}
