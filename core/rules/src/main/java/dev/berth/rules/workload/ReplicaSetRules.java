package dev.berth.rules.workload;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetSpec;

/** {@code ValidateReplicaSet}. */
public final class ReplicaSetRules {
    private static final Rule NUMBERS =
            new Rule("replicaset-numbers", "ValidateReplicaSetSpec", "pkg/apis/apps/validation/validation.go");

    private ReplicaSetRules() {}

    /** Checks a ReplicaSet with its defaults. */
    public static void check(ReplicaSet set, ClusterFacts facts, Findings findings) {
        MetadataRules.namespaced(set.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        ReplicaSetSpec spec = set.getSpec();
        FieldPath path = FieldPath.of("spec");
        findings.notNegative(NUMBERS, path.child("replicas"), Zero.number(spec.getReplicas()));
        findings.notNegative(NUMBERS, path.child("minReadySeconds"), Zero.number(spec.getMinReadySeconds()));
        TemplateRules template = new TemplateRules(path, facts, findings);
        if (template.check(spec.getSelector(), spec.getTemplate())) {
            template.runsForever(spec.getTemplate());
        }
    }
}
