package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.meta.LabelRules;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of topology spread constraints: {@code validateTopologySpreadConstraints}. */
final class SpreadRules {
    private static final List<String> ACTIONS = List.of("DoNotSchedule", "ScheduleAnyway");
    private static final List<String> POLICIES = List.of("Honor", "Ignore");

    private static final Rule MAX_SKEW = Rule.core("spread-max-skew", "ValidateMaxSkew");
    private static final Rule TOPOLOGY_KEY = Rule.core("spread-topology-key", "ValidateTopologyKey");
    private static final Rule ACTION = Rule.core("spread-when-unsatisfiable", "ValidateWhenUnsatisfiable");
    private static final Rule TWICE = Rule.core("spread-twice", "ValidateSpreadConstraintNotRepeat");
    private static final Rule MIN_DOMAINS = Rule.core("spread-min-domains", "validateMinDomains");
    private static final Rule POLICY = Rule.core("spread-node-policy", "validateNodeInclusionPolicy");
    private static final Rule LABEL_KEYS = Rule.core("spread-label-keys", "ValidateMatchLabelKeysAndMismatchLabelKeys");

    private SpreadRules() {}

    static void check(@Nullable List<TopologySpreadConstraint> given, FieldPath path, Findings findings) {
        List<TopologySpreadConstraint> constraints = Zero.list(given);
        for (int i = 0; i < constraints.size(); i++) {
            TopologySpreadConstraint constraint = constraints.get(i);
            FieldPath at = path.index(i);
            int skew = Zero.number(constraint.getMaxSkew());
            if (skew <= 0) {
                findings.invalid(MAX_SKEW, at.child("maxSkew"), skew, "must be greater than 0");
            }
            findings.requireText(TOPOLOGY_KEY, at.child("topologyKey"), constraint.getTopologyKey());
            findings.oneOf(ACTION, at.child("whenUnsatisfiable"), constraint.getWhenUnsatisfiable(), ACTIONS);
            boolean again = constraints.subList(i + 1, constraints.size()).stream()
                    .anyMatch(other -> isSame(constraint, other));
            if (again) {
                String pair = constraint.getTopologyKey() + ", " + constraint.getWhenUnsatisfiable();
                findings.duplicate(TWICE, at.child("{topologyKey, whenUnsatisfiable}"), pair);
            }
            minDomains(constraint, at.child("minDomains"), findings);
            policy(constraint.getNodeAffinityPolicy(), at.child("nodeAffinityPolicy"), findings);
            policy(constraint.getNodeTaintsPolicy(), at.child("nodeTaintsPolicy"), findings);
            new LabelKeyRules(LABEL_KEYS, at, findings)
                    .check(constraint.getMatchLabelKeys(), null, constraint.getLabelSelector());
            LabelRules.selector(constraint.getLabelSelector(), at.child("labelSelector"), findings);
        }
    }

    private static boolean isSame(TopologySpreadConstraint one, TopologySpreadConstraint other) {
        return Zero.text(one.getTopologyKey()).equals(Zero.text(other.getTopologyKey()))
                && Zero.text(one.getWhenUnsatisfiable()).equals(Zero.text(other.getWhenUnsatisfiable()));
    }

    private static void minDomains(TopologySpreadConstraint constraint, FieldPath path, Findings findings) {
        Integer domains = constraint.getMinDomains();
        if (domains == null) {
            return;
        }
        if (domains <= 0) {
            findings.invalid(MIN_DOMAINS, path, domains, "must be greater than 0");
        }
        if (!"DoNotSchedule".equals(constraint.getWhenUnsatisfiable())) {
            findings.invalid(MIN_DOMAINS, path, domains, "only allowed with whenUnsatisfiable: DoNotSchedule");
        }
    }

    private static void policy(@Nullable String policy, FieldPath path, Findings findings) {
        if (policy != null) {
            findings.oneOf(POLICY, path, policy, POLICIES);
        }
    }
}
