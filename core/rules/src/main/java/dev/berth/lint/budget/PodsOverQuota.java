package dev.berth.lint.budget;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Pods of StatefulSets, Deployments and ReplicaSets that together need more than a ResourceQuota of their namespace
 * allows. Pods of Jobs end, and those of a DaemonSet depend on the nodes, so they do not count here.
 */
final class PodsOverQuota extends ObjectRule<ResourceQuota> {

    private static final int ANYWHERE = -1;
    private static final List<String> RESOURCES =
            List.of("cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory");

    PodsOverQuota() {
        super(
                ResourceQuota.class,
                Level.ERROR,
                new Rule(
                        "pods-over-quota",
                        "CheckRequest",
                        "staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go"),
                "The last pods cannot be created.",
                "Request less, or raise the quota.");
    }

    @Override
    protected void check(ObjectSet set, ResourceQuota quota, LintReport report) {
        if (!PodQuota.isForAllPods(quota)) {
            return;
        }
        new TreeMap<>(quota.getSpec().getHard()).forEach((resource, hard) -> {
            if (resource.equals("pods") || RESOURCES.contains(resource)) {
                check(set, quota, resource, String.valueOf(hard), report);
            }
        });
    }

    private void check(ObjectSet set, ResourceQuota quota, String resource, String hard, LintReport report) {
        Needs needs = set.viewOfAll(Needs.class, Needs::of);
        String namespace = ObjectSet.namespace(quota);
        Optional<BigDecimal> near = needs.of(set.directoryOf(quota), namespace, resource);
        BigDecimal used = near.or(() -> needs.of(ANYWHERE, namespace, resource)).orElse(BigDecimal.ZERO);
        if (used.compareTo(amount(hard)) > 0) {
            // Pods of other directories may be variants that are not applied together.
            LintReport level = near.isPresent() || set.describesCluster() ? report : report.at(Level.WARNING);
            level.invalid(
                    this,
                    quota,
                    "spec.hard[" + resource + "]",
                    "It is " + hard + ", and the pods in the set need a total of "
                            + used.stripTrailingZeros().toPlainString() + ".");
        }
    }

    private static BigDecimal amount(@Nullable String quantity) {
        try {
            return quantity == null ? BigDecimal.ZERO : Quantity.of(quantity).amount();
        } catch (InvalidValueException refusedByTheServer) {
            return BigDecimal.ZERO;
        }
    }

    /** What the pods of a namespace need, by the resource that a quota limits, in each directory and anywhere. */
    private record Needs(Map<String, BigDecimal> sums) {

        static Needs of(ObjectSet set) {
            Needs needs = new Needs(new HashMap<>());
            set.eachWorkload().forEach(one -> one.workloads().stream()
                    .filter(workload -> workload.isController() && !(workload.object() instanceof DaemonSet))
                    .forEach(workload -> {
                        needs.add(one.directoryOf(workload.object()), workload);
                        needs.add(ANYWHERE, workload);
                    }));
            return needs;
        }

        private void add(int directory, PodOwner workload) {
            BigDecimal replicas = BigDecimal.valueOf(workload.replicas());
            add(directory, workload.namespace(), "pods", replicas);
            for (String resource : RESOURCES) {
                BigDecimal sum = BigDecimal.ZERO;
                for (TemplatedPod.Place place : workload.containers()) {
                    if (place.keepsRunning()) {
                        sum = sum.add(need(place.container().getResources(), resource));
                    }
                }
                add(directory, workload.namespace(), resource, sum.multiply(replicas));
            }
        }

        /** A request defaults to the limit. */
        private static BigDecimal need(@Nullable ResourceRequirements resources, String resource) {
            if (resources == null) {
                return BigDecimal.ZERO;
            }
            String name = resource.substring(resource.indexOf('.') + 1);
            var limit =
                    resources.getLimits() == null ? null : resources.getLimits().get(name);
            var request = resources.getRequests() == null
                    ? null
                    : resources.getRequests().get(name);
            var stated = resource.startsWith("limits.") || request == null ? limit : request;
            return amount(stated == null ? null : stated.toString());
        }

        private void add(int directory, String namespace, String resource, BigDecimal more) {
            sums.merge(directory + "/" + namespace + "/" + resource, more, BigDecimal::add);
        }

        Optional<BigDecimal> of(int directory, String namespace, String resource) {
            return Optional.ofNullable(sums.get(directory + "/" + namespace + "/" + resource));
        }
    }
}
