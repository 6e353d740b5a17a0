package dev.berth.rules.quota;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Amount;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.MetadataRules;
import dev.berth.rules.pod.ResourceNames;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaSpec;
import io.fabric8.kubernetes.api.model.ScopedResourceSelectorRequirement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ValidateResourceQuota}. */
public final class ResourceQuotaRules {
    private static final Rule NAME = Rule.core("quota-resource", "ValidateResourceQuotaResourceName");
    private static final Rule AMOUNT = Rule.core("quota-amount", "ValidateResourceQuantityValue");
    private static final Rule SCOPE = Rule.core("quota-scope", "validateResourceQuotaScopes");
    private static final Rule SELECTOR = Rule.core("quota-scope-selector", "validateScopedResourceSelectorRequirement");

    private final Set<String> resources;
    private final Findings findings;

    private ResourceQuotaRules(Set<String> resources, Findings findings) {
        this.resources = resources;
        this.findings = findings;
    }

    /** Checks a ResourceQuota. */
    public static void check(ResourceQuota quota, Findings findings) {
        MetadataRules.namespaced(quota.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        ResourceQuotaSpec spec = quota.getSpec() == null ? new ResourceQuotaSpec() : quota.getSpec();
        Map<String, Quantity> hard = Zero.map(spec.getHard());
        ResourceQuotaRules rules = new ResourceQuotaRules(hard.keySet(), findings);
        hard.forEach((name, amount) -> rules.amount(
                name, Amount.of(amount), FieldPath.of("spec", "hard").key(name)));
        rules.scopes(Zero.list(spec.getScopes()), FieldPath.of("spec", "scopes"));
        if (spec.getScopeSelector() != null) {
            rules.selector(
                    Zero.list(spec.getScopeSelector().getMatchExpressions()),
                    FieldPath.of("spec", "scopeSelector", "matchExpressions"));
        }
    }

    private void amount(String name, Amount amount, FieldPath path) {
        String problem = Format.QUALIFIED_NAME.problem(name);
        if (problem != null) {
            findings.invalid(NAME, path, name, problem);
        } else if (name.indexOf('/') < 0 && !QuotaNames.isResource(name)) {
            findings.invalid(NAME, path, name, "is not a resource that a quota can limit");
        }
        if (amount.signum() < 0) {
            findings.invalid(AMOUNT, path, amount, "must not be negative");
        }
        if ((QuotaNames.isCount(name) || ResourceNames.isExtended(name)) && !amount.isWhole()) {
            findings.invalid(AMOUNT, path, amount, "must be a whole number");
        }
    }

    private void scopes(List<String> scopes, FieldPath path) {
        for (String scope : scopes) {
            if (!QuotaNames.isScope(scope)) {
                findings.invalid(SCOPE, path, scope, "is not a scope: " + QuotaNames.scopes());
            }
            appliesTo(SCOPE, scope, path);
        }
        contradictions(SCOPE, new HashSet<>(scopes), path);
    }

    /** The server names no element in the paths of these findings. */
    private void selector(List<ScopedResourceSelectorRequirement> requirements, FieldPath path) {
        Set<String> scopes = new HashSet<>();
        for (ScopedResourceSelectorRequirement requirement : requirements) {
            String scope = Zero.text(requirement.getScopeName());
            scopes.add(scope);
            if (!QuotaNames.isScope(scope)) {
                findings.invalid(SELECTOR, path.child("scopeName"), scope, "is not a scope: " + QuotaNames.scopes());
            }
            appliesTo(SELECTOR, scope, path);
            operator(scope, Zero.text(requirement.getOperator()), Zero.list(requirement.getValues()), path);
        }
        contradictions(SELECTOR, scopes, path);
    }

    private void operator(String scope, String operator, List<String> values, FieldPath path) {
        if (QuotaNames.isWithoutValues(scope) && !operator.equals("Exists")) {
            findings.invalid(SELECTOR, path.child("operator"), operator, "must be Exists for scope " + scope);
        }
        switch (operator) {
            case "In", "NotIn" -> {
                if (values.isEmpty()) {
                    findings.required(SELECTOR, path.child("values"), "must be set for operators In and NotIn");
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (!values.isEmpty()) {
                    findings.invalid(
                            SELECTOR,
                            path.child("values"),
                            values,
                            "must not be set for operators Exists and DoesNotExist");
                }
            }
            default ->
                findings.invalid(
                        SELECTOR, path.child("operator"), operator, "must be one of In, NotIn, Exists, DoesNotExist");
        }
    }

    private void appliesTo(Rule rule, String scope, FieldPath path) {
        for (String resource : resources) {
            if (QuotaNames.isResource(resource) && !QuotaNames.appliesTo(scope, resource)) {
                findings.invalid(rule, path, scope, "does not apply to " + resource);
            }
        }
    }

    private void contradictions(Rule rule, Set<String> scopes, FieldPath path) {
        for (String scope : List.of("BestEffort", "Terminating")) {
            if (scopes.contains(scope) && scopes.contains("Not" + scope)) {
                findings.invalid(rule, path, scope, "contradicts Not" + scope);
            }
        }
    }
}
