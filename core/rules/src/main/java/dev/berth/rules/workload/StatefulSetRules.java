package dev.berth.rules.workload;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.MetadataRules;
import dev.berth.rules.volume.ClaimRules;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetPersistentVolumeClaimRetentionPolicy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ValidateStatefulSet}. */
public final class StatefulSetRules {
    private static final String FILE = "pkg/apis/apps/validation/validation.go";
    private static final List<String> MANAGEMENT = List.of("OrderedReady", "Parallel");
    private static final List<String> RETENTION = List.of("Delete", "Retain");

    private static final Rule NUMBERS = new Rule("stateful-set-numbers", "ValidateStatefulSetSpec", FILE);
    private static final Rule SERVICE = new Rule("stateful-set-service", "ValidateStatefulSetSpec", FILE);
    private static final Rule POD_MANAGEMENT = new Rule("pod-management-policy", "ValidateStatefulSetSpec", FILE);
    private static final Rule STRATEGY = new Rule("stateful-set-strategy", "ValidateStatefulSetSpec", FILE);
    private static final Rule PARTITION = new Rule("partition", "validateRollingUpdateStatefulSet", FILE);
    private static final Rule CLAIM_RETENTION =
            new Rule("claim-retention", "ValidatePersistentVolumeClaimRetentionPolicyType", FILE);

    private StatefulSetRules() {}

    /** Checks a StatefulSet. */
    public static void check(StatefulSet set, ClusterFacts facts, Findings findings) {
        MetadataRules.namespaced(set.getMetadata(), Format.DNS_LABEL, findings);
        StatefulSetSpec spec = set.getSpec();
        FieldPath path = FieldPath.of("spec");
        if (!MANAGEMENT.contains(spec.getPodManagementPolicy())) {
            FieldPath at = path.child("podManagementPolicy");
            findings.invalid(POD_MANAGEMENT, at, spec.getPodManagementPolicy(), "must be OrderedReady or Parallel");
        }
        strategy(spec.getUpdateStrategy(), path.child("updateStrategy"), findings);
        retention(
                spec.getPersistentVolumeClaimRetentionPolicy(),
                path.child("persistentVolumeClaimRetentionPolicy"),
                findings);
        findings.notNegative(NUMBERS, path.child("replicas"), Zero.number(spec.getReplicas()));
        findings.notNegative(NUMBERS, path.child("minReadySeconds"), Zero.number(spec.getMinReadySeconds()));
        if (spec.getOrdinals() != null) {
            int start = Zero.number(spec.getOrdinals().getStart());
            findings.notNegative(NUMBERS, path.child("ordinals", "start"), start);
        }
        if (!Zero.isEmpty(spec.getServiceName())) {
            Format.DNS_LABEL.check(findings, SERVICE, path.child("serviceName"), spec.getServiceName());
        }
        List<PersistentVolumeClaim> claims = Zero.list(spec.getVolumeClaimTemplates());
        for (int i = 0; i < claims.size(); i++) {
            FieldPath at = path.child("volumeClaimTemplates").index(i).child("spec");
            ClaimRules.spec(claims.get(i).getSpec(), at, findings);
        }
        TemplateRules template = new TemplateRules(path, facts, findings);
        PodSpec pods = spec.getTemplate().getSpec();
        List<Volume> own = pods.getVolumes();
        String hostname = pods.getHostname();
        String subdomain = pods.getSubdomain();
        pods.setVolumes(withClaims(Zero.list(own), claims));
        // Each pod gets its own name and the Service of the set instead, so the server does not check these.
        pods.setHostname(null);
        pods.setSubdomain(null);
        template.check(spec.getSelector(), spec.getTemplate());
        pods.setVolumes(own);
        pods.setHostname(hostname);
        pods.setSubdomain(subdomain);
        template.runsForever(spec.getTemplate());
    }

    private static void strategy(StatefulSetUpdateStrategy strategy, FieldPath path, Findings findings) {
        switch (strategy.getType()) {
            case "OnDelete" -> {
                if (strategy.getRollingUpdate() != null) {
                    findings.invalid(STRATEGY, path.child("rollingUpdate"), "", "only allowed with type RollingUpdate");
                }
            }
            case "RollingUpdate" -> {
                int partition = Zero.number(strategy.getRollingUpdate().getPartition());
                findings.notNegative(PARTITION, path.child("rollingUpdate", "partition"), partition);
            }
            default -> findings.invalid(STRATEGY, path, strategy.getType(), "must be RollingUpdate or OnDelete");
        }
    }

    private static void retention(
            StatefulSetPersistentVolumeClaimRetentionPolicy policy, FieldPath path, Findings findings) {
        findings.oneOf(CLAIM_RETENTION, path.child("whenDeleted"), policy.getWhenDeleted(), RETENTION);
        findings.oneOf(CLAIM_RETENTION, path.child("whenScaled"), policy.getWhenScaled(), RETENTION);
    }

    /**
     * Returns the volumes as the server checks them: each claim template is a volume before the pod's own, and hides a
     * volume with the same name. With several templates, the server's own order changes from request to request.
     */
    private static List<Volume> withClaims(List<Volume> own, List<PersistentVolumeClaim> claims) {
        Map<String, Volume> injected = new LinkedHashMap<>();
        for (PersistentVolumeClaim claim : claims) {
            String name = claim.getMetadata() == null
                    ? ""
                    : Zero.text(claim.getMetadata().getName());
            PersistentVolumeClaimVolumeSource source = new PersistentVolumeClaimVolumeSource();
            source.setClaimName(name);
            Volume volume = new Volume();
            volume.setName(name);
            volume.setPersistentVolumeClaim(source);
            injected.put(name, volume);
        }
        List<Volume> volumes = new ArrayList<>(injected.values());
        for (Volume volume : own) {
            if (!injected.containsKey(Zero.text(volume.getName()))) {
                volumes.add(volume);
            }
        }
        return volumes;
    }
}
