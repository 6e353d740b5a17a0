package dev.berth.rules.autoscaler;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ValidateHorizontalPodAutoscaler}, for both versions. */
public final class AutoscalerRules {
    static final String FILE = "pkg/apis/autoscaling/validation/validation.go";

    private static final Rule REPLICAS = new Rule("autoscaler-replicas", "validateHorizontalPodAutoscalerSpec", FILE);
    private static final Rule REFERENCE = new Rule("autoscaler-reference", "ValidateCrossVersionObjectReference", FILE);
    private static final Rule API_VERSION = new Rule("autoscaler-api-version", "ValidateAPIVersion", FILE);
    private static final Rule TO_ZERO = new Rule("autoscaler-to-zero", "validateMetrics", FILE);

    private final Findings findings;

    AutoscalerRules(Findings findings) {
        this.findings = findings;
    }

    /** Checks an autoscaler of {@code autoscaling/v2} with its defaults. */
    public static void check(HorizontalPodAutoscaler autoscaler, Findings findings) {
        MetadataRules.namespaced(autoscaler.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        new AutoscalerRules(findings).spec(autoscaler.getSpec(), FieldPath.of("spec"));
    }

    /** Checks an autoscaler of {@code autoscaling/v1} with its defaults: the server converts it to {@code v2} first. */
    public static void check(
            io.fabric8.kubernetes.api.model.autoscaling.v1.HorizontalPodAutoscaler autoscaler, Findings findings) {
        MetadataRules.namespaced(autoscaler.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        new AutoscalerRules(findings).spec(AutoscalerConversion.converted(autoscaler.getSpec()), FieldPath.of("spec"));
    }

    private void spec(HorizontalPodAutoscalerSpec spec, FieldPath path) {
        Integer least = spec.getMinReplicas();
        int most = Zero.number(spec.getMaxReplicas());
        if (least != null && least < 1) {
            findings.invalid(REPLICAS, path.child("minReplicas"), least, "must be at least 1");
        }
        if (most == 0) {
            findings.required(REPLICAS, path.child("maxReplicas"), "must be at least 1");
        } else if (most < 0) {
            findings.invalid(REPLICAS, path.child("maxReplicas"), most, "must be at least 1");
        }
        if (least != null && most < least) {
            findings.invalid(REPLICAS, path.child("maxReplicas"), most, "must not be below minReplicas, " + least);
        }
        CrossVersionObjectReference target = spec.getScaleTargetRef();
        boolean core = target != null && "ReplicationController".equals(target.getKind());
        reference(target, core, path.child("scaleTargetRef"));
        metrics(Zero.list(spec.getMetrics()), least, path.child("metrics"));
        if (spec.getBehavior() != null) {
            BehaviorRules rules = new BehaviorRules(findings);
            rules.check(spec.getBehavior().getScaleUp(), path.child("behavior", "scaleUp"));
            rules.check(spec.getBehavior().getScaleDown(), path.child("behavior", "scaleDown"));
        }
    }

    /** Only a ReplicationController, of all that can be scaled, has no API group. */
    void reference(@Nullable CrossVersionObjectReference given, boolean mayBeCore, FieldPath path) {
        CrossVersionObjectReference reference = given == null ? new CrossVersionObjectReference() : given;
        if (findings.requireText(REFERENCE, path.child("kind"), reference.getKind())) {
            Format.PATH_STEP.check(findings, REFERENCE, path.child("kind"), reference.getKind());
        }
        if (findings.requireText(REFERENCE, path.child("name"), reference.getName())) {
            Format.PATH_STEP.check(findings, REFERENCE, path.child("name"), reference.getName());
        }
        String version = Zero.text(reference.getApiVersion());
        int slash = version.indexOf('/');
        if (slash != version.lastIndexOf('/')) {
            findings.invalid(API_VERSION, path.child("apiVersion"), version, "must be a group, '/' and a version");
        } else if (slash <= 0 && !mayBeCore) {
            findings.invalid(API_VERSION, path.child("apiVersion"), version, "must name an API group, as in apps/v1");
        }
    }

    private void metrics(List<MetricSpec> metrics, @Nullable Integer least, FieldPath path) {
        MetricRules rules = new MetricRules(findings, this);
        boolean beyondPods = false;
        for (int i = 0; i < metrics.size(); i++) {
            rules.check(metrics.get(i), path.index(i));
            beyondPods |= "Object".equals(metrics.get(i).getType())
                    || "External".equals(metrics.get(i).getType());
        }
        if (least != null && least == 0 && !beyondPods) {
            findings.forbidden(
                    TO_ZERO, path, "scaling to 0 needs an Object or External metric, because no pod has any");
        }
    }
}
