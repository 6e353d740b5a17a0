package dev.berth.rules.access;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.LabelRules;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ValidateRole} and {@code ValidateClusterRole}. */
public final class RoleRules {
    static final String FILE = "pkg/apis/rbac/validation/validation.go";

    private static final Rule VERBS = new Rule("role-verbs", "ValidatePolicyRule", FILE);
    private static final Rule RESOURCES = new Rule("role-resources", "ValidatePolicyRule", FILE);
    private static final Rule URLS = new Rule("role-urls", "ValidatePolicyRule", FILE);
    private static final Rule AGGREGATION = new Rule("role-aggregation", "ValidateClusterRole", FILE);
    private static final Rule SELECTOR = new Rule("role-aggregation-selector", "ValidateClusterRole", FILE);

    private RoleRules() {}

    /** Checks a Role. */
    public static void check(Role role, Findings findings) {
        MetadataRules.namespaced(role.getMetadata(), Format.PATH_STEP, findings);
        rules(role.getRules(), true, findings);
    }

    /** Checks a ClusterRole. */
    public static void check(ClusterRole role, Findings findings) {
        MetadataRules.clusterWide(role.getMetadata(), Format.PATH_STEP, findings);
        rules(role.getRules(), false, findings);
        if (role.getAggregationRule() == null) {
            return;
        }
        FieldPath path = FieldPath.of("aggregationRule", "clusterRoleSelectors");
        List<LabelSelector> selectors = Zero.list(role.getAggregationRule().getClusterRoleSelectors());
        if (selectors.isEmpty()) {
            findings.required(AGGREGATION, path, "must select the roles that are combined");
        }
        for (int i = 0; i < selectors.size(); i++) {
            int before = findings.size();
            LabelRules.selector(selectors.get(i), path.index(i), findings);
            if (findings.size() > before) {
                findings.invalid(SELECTOR, path.index(i), "", "is not a valid selector");
            }
        }
    }

    private static void rules(@Nullable List<PolicyRule> given, boolean namespaced, Findings findings) {
        List<PolicyRule> rules = Zero.list(given);
        for (int i = 0; i < rules.size(); i++) {
            rule(rules.get(i), namespaced, FieldPath.of("rules").index(i), findings);
        }
    }

    private static void rule(PolicyRule rule, boolean namespaced, FieldPath path, Findings findings) {
        boolean groups = !Zero.list(rule.getApiGroups()).isEmpty();
        boolean resources = !Zero.list(rule.getResources()).isEmpty();
        if (Zero.list(rule.getVerbs()).isEmpty()) {
            findings.required(VERBS, path.child("verbs"), "must have a verb");
        }
        List<String> urls = Zero.list(rule.getNonResourceURLs());
        if (!urls.isEmpty()) {
            FieldPath at = path.child("nonResourceURLs");
            if (namespaced) {
                findings.invalid(URLS, at, urls, "only allowed in a ClusterRole");
            }
            if (groups || resources || !Zero.list(rule.getResourceNames()).isEmpty()) {
                findings.invalid(URLS, at, urls, "a rule is about URLs or about resources, not both");
            }
            return;
        }
        if (!groups) {
            findings.required(RESOURCES, path.child("apiGroups"), "must have an API group; \"\" is the core group");
        }
        if (!resources) {
            findings.required(RESOURCES, path.child("resources"), "must have a resource");
        }
    }
}
