package dev.berth.rules.workload;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import java.util.List;

/** {@code ValidateDeployment}. */
public final class DeploymentRules {
    private static final String FILE = "pkg/apis/apps/validation/validation.go";

    private static final Rule NUMBERS = new Rule("deployment-numbers", "ValidateDeploymentSpec", FILE);
    private static final Rule STRATEGY = new Rule("deployment-strategy", "ValidateDeploymentStrategy", FILE);
    private static final Rule BOTH_ZERO = new Rule("rolling-update-stuck", "ValidateRollingUpdateDeployment", FILE);
    private static final Rule PROGRESS = new Rule("progress-deadline", "ValidateDeploymentSpec", FILE);

    private DeploymentRules() {}

    /** Checks a Deployment. */
    public static void check(Deployment deployment, ClusterFacts facts, Findings findings) {
        MetadataRules.namespaced(deployment.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        DeploymentSpec spec = deployment.getSpec();
        FieldPath path = FieldPath.of("spec");
        findings.notNegative(NUMBERS, path.child("replicas"), Zero.number(spec.getReplicas()));
        TemplateRules template = new TemplateRules(path, facts, findings);
        if (template.check(spec.getSelector(), spec.getTemplate())) {
            template.runsForever(spec.getTemplate());
        }
        strategy(spec.getStrategy(), path.child("strategy"), findings);
        int ready = Zero.number(spec.getMinReadySeconds());
        findings.notNegative(NUMBERS, path.child("minReadySeconds"), ready);
        int revisions = Zero.number(spec.getRevisionHistoryLimit());
        findings.notNegative(NUMBERS, path.child("revisionHistoryLimit"), revisions);
        int progress = Zero.number(spec.getProgressDeadlineSeconds());
        findings.notNegative(NUMBERS, path.child("progressDeadlineSeconds"), progress);
        if (progress <= ready) {
            FieldPath at = path.child("progressDeadlineSeconds");
            findings.invalid(PROGRESS, at, progress, "must be greater than minReadySeconds, " + ready);
        }
    }

    private static void strategy(DeploymentStrategy strategy, FieldPath path, Findings findings) {
        switch (strategy.getType()) {
            case "Recreate" -> {
                if (strategy.getRollingUpdate() != null) {
                    findings.forbidden(STRATEGY, path.child("rollingUpdate"), "only allowed with type RollingUpdate");
                }
            }
            case "RollingUpdate" -> rolling(strategy.getRollingUpdate(), path.child("rollingUpdate"), findings);
            default -> findings.notSupported(STRATEGY, path, strategy.getType(), List.of("Recreate", "RollingUpdate"));
        }
    }

    private static void rolling(RollingUpdateDeployment rolling, FieldPath path, Findings findings) {
        FieldPath unavailable = path.child("maxUnavailable");
        Percentages.check(rolling.getMaxUnavailable(), unavailable, findings);
        Percentages.check(rolling.getMaxSurge(), path.child("maxSurge"), findings);
        if (Percentages.amount(rolling.getMaxUnavailable()) == 0 && Percentages.amount(rolling.getMaxSurge()) == 0) {
            findings.invalid(
                    BOTH_ZERO, unavailable, 0, "must not be 0 if maxSurge is 0, because no pod could be replaced");
        }
        Percentages.atMost100(rolling.getMaxUnavailable(), unavailable, findings);
    }
}
