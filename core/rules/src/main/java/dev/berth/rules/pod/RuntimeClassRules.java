package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.LabelRules;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.node.v1.RuntimeClass;
import io.fabric8.kubernetes.api.model.node.v1.Scheduling;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code ValidateRuntimeClass}. */
public final class RuntimeClassRules {
    private static final String FILE = "pkg/apis/node/validation/validation.go";

    private static final Rule HANDLER = new Rule("runtime-class-handler", "ValidateRuntimeClass", FILE);
    private static final Rule TOLERATION_TWICE = new Rule("toleration-twice", "validateTolerations", FILE);

    private RuntimeClassRules() {}

    /** Checks a new RuntimeClass. */
    public static void check(RuntimeClass runtimeClass, Findings findings) {
        checkAgain(runtimeClass, findings);
        FieldPath handler = FieldPath.of("handler");
        if (findings.requireText(HANDLER, handler, runtimeClass.getHandler())) {
            Format.DNS_LABEL.check(findings, HANDLER, handler, runtimeClass.getHandler());
        }
        if (runtimeClass.getOverhead() != null) {
            new ResourceRules(Set.of(), findings)
                    .overhead(runtimeClass.getOverhead().getPodFixed(), FieldPath.of("overhead"));
        }
        if (runtimeClass.getScheduling() != null) {
            scheduling(runtimeClass.getScheduling(), FieldPath.of("scheduling"), findings);
        }
    }

    /** Checks a RuntimeClass that replaces another, of which the server checks only the metadata. */
    public static void checkAgain(RuntimeClass runtimeClass, Findings findings) {
        MetadataRules.clusterWide(runtimeClass.getMetadata(), Format.DNS_SUBDOMAIN, findings);
    }

    private static void scheduling(Scheduling scheduling, FieldPath path, Findings findings) {
        LabelRules.labels(scheduling.getNodeSelector(), path.child("nodeSelector"), findings);
        FieldPath at = path.child("tolerations");
        List<Toleration> tolerations = Zero.list(scheduling.getTolerations());
        SchedulingRules.tolerations(tolerations, at, findings);
        Set<List<String>> earlier = new HashSet<>();
        for (int i = 0; i < tolerations.size(); i++) {
            Toleration one = tolerations.get(i);
            List<String> key = List.of(
                    Zero.text(one.getKey()),
                    Zero.text(one.getOperator()),
                    Zero.text(one.getValue()),
                    Zero.text(one.getEffect()));
            if (!earlier.add(key)) {
                findings.duplicate(TOLERATION_TWICE, at.index(i), Zero.text(one.getKey()));
            }
        }
    }
}
