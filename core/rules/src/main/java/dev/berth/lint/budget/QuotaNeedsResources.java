package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.WorkloadRule;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pods in a namespace with a quota for a resource that one of their containers does not state. */
final class QuotaNeedsResources extends WorkloadRule {

    QuotaNeedsResources() {
        super(
                Level.ERROR,
                new Rule("quota-needs-resources", "Constraints", "pkg/quota/v1/evaluator/core/pods.go"),
                "The API server refuses every such pod, so none runs.",
                "State the resource for each container, or add a LimitRange with defaults.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, LintReport report) {
        for (PodQuota quota : PodQuota.of(set, workload.object(), workload.namespace())) {
            for (String resource : quota.required()) {
                check(set, workload, quota, resource, report);
            }
        }
    }

    private void check(ObjectSet set, PodOwner workload, PodQuota quota, String resource, LintReport report) {
        boolean limit = resource.startsWith("limits.");
        String name = resource.substring(resource.indexOf('.') + 1);
        SuppliedResources defaults = SuppliedResources.of(set, workload.namespace());
        boolean isSupplied = limit ? defaults.haveLimit(name) : defaults.haveRequest(name);
        if (isSupplied || workload.pod().spec().getResources() != null) {
            return;
        }
        for (TemplatedPod.Place place : workload.containers()) {
            ResourceRequirements resources = place.container().getResources();
            boolean stated = limit ? resources != null && has(resources.getLimits(), name) : place.requests(name);
            if (!stated) {
                quota.level(set, workload.object(), report)
                        .required(
                                this,
                                workload.object(),
                                place.path() + ".resources." + (limit ? "limits" : "requests") + "[" + name + "]",
                                "ResourceQuota \"" + quota.name() + "\" limits " + quota.written(resource) + ".");
                return;
            }
        }
    }

    private static boolean has(@Nullable Map<String, Quantity> amounts, String resource) {
        return amounts != null && amounts.get(resource) != null;
    }
}
