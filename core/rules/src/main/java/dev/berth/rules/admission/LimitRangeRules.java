package dev.berth.rules.admission;

import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Amount;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The minimum and maximum that the LimitRanges of the namespace allow for claims and containers. */
public final class LimitRangeRules {
    private static final String FILE = "plugin/pkg/admission/limitranger/admission.go";

    private static final Rule LEAST = new Rule("limit-range-min", "minConstraint", FILE);
    private static final Rule MOST = new Rule("limit-range-max", "maxConstraint", FILE);

    private final List<LimitRangeItem> items;
    private final Findings findings;

    private LimitRangeRules(List<LimitRangeItem> items, Findings findings) {
        this.items = items;
        this.findings = findings;
    }

    /** Returns the rules of the limit ranges in the object's namespace. */
    public static LimitRangeRules of(HasMetadata model, List<LimitRange> ranges, Findings findings) {
        if (ranges.isEmpty()) {
            return new LimitRangeRules(List.of(), findings);
        }
        String namespace = namespaceOf(model);
        List<LimitRangeItem> items = ranges.stream()
                .filter(range -> namespaceOf(range).equals(namespace) && range.getSpec() != null)
                .flatMap(range -> Zero.list(range.getSpec().getLimits()).stream())
                .toList();
        return new LimitRangeRules(items, findings);
    }

    private static String namespaceOf(HasMetadata model) {
        String namespace =
                model.getMetadata() == null ? "" : Zero.text(model.getMetadata().getNamespace());
        return namespace.isEmpty() ? "default" : namespace;
    }

    /** Sets the namespace's defaults in the containers of a Pod, before validation. */
    public void fillIn(HasMetadata model) {
        if (!(model instanceof Pod pod)) {
            return;
        }
        for (LimitRangeItem item : items) {
            if ("Container".equals(item.getType())) {
                Zero.list(pod.getSpec().getContainers()).forEach(container -> fillIn(container, item));
                Zero.list(pod.getSpec().getInitContainers()).forEach(container -> fillIn(container, item));
            }
        }
    }

    private static void fillIn(Container container, LimitRangeItem item) {
        ResourceRequirements resources =
                container.getResources() == null ? new ResourceRequirements() : container.getResources();
        resources.setLimits(merged(resources.getLimits(), item.getDefault()));
        resources.setRequests(merged(resources.getRequests(), item.getDefaultRequest()));
        container.setResources(resources);
    }

    private static Map<String, Quantity> merged(
            @Nullable Map<String, Quantity> own, @Nullable Map<String, Quantity> defaults) {
        Map<String, Quantity> merged = new LinkedHashMap<>(Zero.map(own));
        Zero.map(defaults).forEach(merged::putIfAbsent);
        return merged;
    }

    /** Checks a claim or a Pod, after validation. */
    public void check(HasMetadata model) {
        for (LimitRangeItem item : items) {
            if (model instanceof PersistentVolumeClaim claim && "PersistentVolumeClaim".equals(item.getType())) {
                Map<String, Quantity> requests =
                        Zero.map(claim.getSpec().getResources().getRequests());
                FieldPath path = FieldPath.of("spec", "resources", "requests");
                Zero.map(item.getMin()).forEach((name, least) -> atLeast(requests.get(name), name, least, path));
                Zero.map(item.getMax()).forEach((name, most) -> atMost(requests.get(name), name, most, path));
            } else if (model instanceof Pod pod && "Container".equals(item.getType())) {
                containers(Zero.list(pod.getSpec().getContainers()), item, FieldPath.of("spec", "containers"));
                containers(Zero.list(pod.getSpec().getInitContainers()), item, FieldPath.of("spec", "initContainers"));
            }
        }
    }

    private void containers(List<Container> containers, LimitRangeItem item, FieldPath path) {
        for (int i = 0; i < containers.size(); i++) {
            FieldPath at = path.index(i).child("resources");
            ResourceRequirements resources = containers.get(i).getResources();
            Map<String, Quantity> requests = resources == null ? Map.of() : Zero.map(resources.getRequests());
            Map<String, Quantity> limits = resources == null ? Map.of() : Zero.map(resources.getLimits());
            Zero.map(item.getMin()).forEach((name, least) -> {
                atLeast(requests.get(name), name, least, at.child("requests"));
                if (limits.containsKey(name)) {
                    atLeast(limits.get(name), name, least, at.child("limits"));
                }
            });
            Zero.map(item.getMax()).forEach((name, most) -> {
                atMost(limits.get(name), name, most, at.child("limits"));
                if (requests.containsKey(name)) {
                    atMost(requests.get(name), name, most, at.child("requests"));
                }
            });
        }
    }

    private void atLeast(@Nullable Quantity own, String name, Quantity least, FieldPath path) {
        if (own == null || Amount.of(own).compareTo(Amount.of(least)) < 0) {
            findings.add(LEAST, path.key(name), FindingType.DENIED, "the namespace requires at least " + text(least));
        }
    }

    private void atMost(@Nullable Quantity own, String name, Quantity most, FieldPath path) {
        if (own == null || Amount.of(own).compareTo(Amount.of(most)) > 0) {
            findings.add(MOST, path.key(name), FindingType.DENIED, "the namespace allows at most " + text(most));
        }
    }

    private static String text(Quantity quantity) {
        return Zero.text(quantity.getAmount()) + Zero.text(quantity.getFormat());
    }
}
