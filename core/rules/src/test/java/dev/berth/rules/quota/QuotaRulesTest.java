package dev.berth.rules.quota;

import dev.berth.rules.server.Expectation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaRulesTest {
    private static Expectation quota(String spec) {
        return Expectation.of("""
                apiVersion: v1
                kind: ResourceQuota
                metadata: {name: q}
                spec: {%s}
                """.formatted(spec));
    }

    private static Expectation limit(String item) {
        return Expectation.of("""
                apiVersion: v1
                kind: LimitRange
                metadata: {name: l}
                spec: {limits: [{%s}]}
                """.formatted(item));
    }

    @ParameterizedTest
    @CsvSource({
        "requests.cpu, 500m,",
        "count/statefulsets.apps, 5,",
        "fast.storageclass.storage.k8s.io/requests.storage, 1Gi,",
        "requests.hugepages-2Mi, 2Mi,",
        "storage, 1Gi, quota-resource",
        "disk, 1Gi, quota-resource",
        "a b, 1, quota-resource",
        "pods, '-1', quota-amount",
        "pods, 500m, quota-amount",
        "count/secrets, 1.5, quota-amount"
    })
    void a_quota_limits_resources_that_the_server_counts(String name, String amount, String rule) {
        Expectation quota = quota("hard: {'" + name + "': '" + amount + "'}");
        if (rule == null) {
            quota.isAccepted();
        } else {
            quota.finds(rule + " FieldValueInvalid spec.hard[" + name + "]");
        }
    }

    @Test
    void scopes_fit_the_resources_and_each_other() {
        quota("hard: {pods: 1}, scopes: [BestEffort, NotTerminating]").isAccepted();
        quota("hard: {cpu: 1}, scopes: [BestEffort]").finds("quota-scope FieldValueInvalid spec.scopes");
        quota("scopes: [Everything]").finds("quota-scope FieldValueInvalid spec.scopes");
        quota("scopes: [Terminating, NotTerminating]").finds("quota-scope FieldValueInvalid spec.scopes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PriorityClass, operator: In, values: [high] |",
                "PriorityClass, operator: Exists |",
                "PriorityClass, operator: In | FieldValueRequired spec.scopeSelector.matchExpressions.values",
                "PriorityClass, operator: Exists, values: [a] | FieldValueInvalid spec.scopeSelector.matchExpressions.values",
                "PriorityClass, operator: Is | FieldValueInvalid spec.scopeSelector.matchExpressions.operator",
                "BestEffort, operator: In, values: [a] | FieldValueInvalid spec.scopeSelector.matchExpressions.operator",
                "Best, operator: Exists | FieldValueInvalid spec.scopeSelector.matchExpressions.scopeName"
            })
    void a_scope_is_selected_with_an_operator_that_fits(String requirement, String finding) {
        Expectation quota =
                quota("hard: {pods: 1}, scopeSelector: {matchExpressions: [{scopeName: " + requirement + "}]}");
        if (finding == null) {
            quota.isAccepted();
        } else {
            quota.finds("quota-scope-selector " + finding);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: Container, max: {cpu: 2}, min: {cpu: 1} |",
                "type: example.com/thing, max: {memory: 2} |",
                "type: Node | limit-type FieldValueInvalid spec.limits[0].type",
                "type: Container, maxLimitRequestRatio: {storage: 2}"
                        + " | limit-resource FieldValueInvalid spec.limits[0].maxLimitRequestRatio[storage]",
                "type: Pod, default: {cpu: 1} | limit-of-pods FieldValueForbidden spec.limits[0].default",
                "type: PersistentVolumeClaim | limit-of-claims FieldValueRequired spec.limits[0].limits",
                "type: Pod, max: {cpu: 1}, min: {cpu: 2} | limit-order FieldValueInvalid spec.limits[0].min[cpu]",
                "type: Pod, maxLimitRequestRatio: {cpu: 500m}"
                        + " | limit-ratio FieldValueInvalid spec.limits[0].maxLimitRequestRatio[cpu]",
                "type: Pod, max: {cpu: 4}, min: {cpu: 1}, maxLimitRequestRatio: {cpu: 5}"
                        + " | limit-ratio FieldValueInvalid spec.limits[0].maxLimitRequestRatio[cpu]",
                "type: Container, default: {gpu.com/g: 2}, defaultRequest: {gpu.com/g: 1}"
                        + " | limit-overcommit FieldValueInvalid spec.limits[0].defaultRequest[gpu.com/g]"
            })
    void the_bounds_of_a_limit_range_fit_together(String item, String finding) {
        if (finding == null) {
            limit(item).isAccepted();
        } else {
            limit(item).finds(finding);
        }
    }

    @Test
    void a_limit_range_compares_what_it_does_not_state_by_its_defaults() {
        limit("type: Container, max: {cpu: 1}, defaultRequest: {cpu: 2}")
                .finds(
                        "limit-order FieldValueInvalid spec.limits[0].defaultRequest[cpu]",
                        "limit-order FieldValueInvalid spec.limits[0].defaultRequest[cpu]");
    }

    @Test
    void a_limit_range_has_each_type_once_and_needs_no_name() {
        limit("type: Pod}, {type: Pod").finds("limit-type FieldValueDuplicate spec.limits[1].type");
        Expectation.of("{apiVersion: v1, kind: LimitRange}").isAccepted();
    }
}
