package dev.berth.rules.autoscaler;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Amount;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingPolicy;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HPAScalingRules;
import java.util.List;

/** How fast an autoscaler may scale: {@code validateScalingRules}. */
final class BehaviorRules {
    private static final int MOST_WINDOW_SECONDS = 3600;
    private static final int MOST_PERIOD_SECONDS = 1800;
    private static final List<String> SELECTIONS = List.of("Disabled", "Max", "Min");
    private static final List<String> TYPES = List.of("Percent", "Pods");

    private static final Rule WINDOW = new Rule("autoscaler-window", "validateScalingRules", AutoscalerRules.FILE);
    private static final Rule SELECTION =
            new Rule("autoscaler-select-policy", "validateScalingRules", AutoscalerRules.FILE);
    private static final Rule TOLERANCE =
            new Rule("autoscaler-tolerance", "validateScalingRules", AutoscalerRules.FILE);
    private static final Rule POLICY = new Rule("autoscaler-policy", "validateScalingPolicy", AutoscalerRules.FILE);

    private final Findings findings;

    BehaviorRules(Findings findings) {
        this.findings = findings;
    }

    void check(HPAScalingRules rules, FieldPath path) {
        Integer window = rules.getStabilizationWindowSeconds();
        if (window != null) {
            findings.within(WINDOW, path.child("stabilizationWindowSeconds"), window, 0, MOST_WINDOW_SECONDS);
        }
        findings.oneOf(SELECTION, path.child("selectPolicy"), rules.getSelectPolicy(), SELECTIONS);
        List<HPAScalingPolicy> policies = Zero.list(rules.getPolicies());
        if (policies.isEmpty()) {
            findings.required(POLICY, path.child("policies"), "must have a policy");
        }
        for (int i = 0; i < policies.size(); i++) {
            policy(policies.get(i), path.child("policies").index(i));
        }
        if (rules.getTolerance() != null && Amount.of(rules.getTolerance()).signum() < 0) {
            findings.invalid(TOLERANCE, path.child("tolerance"), rules.getTolerance(), "must not be negative");
        }
    }

    private void policy(HPAScalingPolicy policy, FieldPath path) {
        findings.oneOf(POLICY, path.child("type"), policy.getType(), TYPES);
        findings.within(POLICY, path.child("value"), Zero.number(policy.getValue()), 1, Integer.MAX_VALUE);
        findings.within(
                POLICY, path.child("periodSeconds"), Zero.number(policy.getPeriodSeconds()), 1, MOST_PERIOD_SECONDS);
    }
}
