package dev.berth.rules.quota;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Amount;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.MetadataRules;
import dev.berth.rules.pod.ResourceNames;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.LimitRangeItem;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code ValidateLimitRange}. */
public final class LimitRangeItemRules {
    private static final Rule TYPE = Rule.core("limit-type", "validateLimitRangeTypeName");
    private static final Rule NAME = Rule.core("limit-resource", "validateLimitRangeResourceName");
    private static final Rule POD = Rule.core("limit-of-pods", "ValidateLimitRange");
    private static final Rule CLAIM = Rule.core("limit-of-claims", "ValidateLimitRange");

    private final LimitRangeItem item;
    private final FieldPath path;
    private final Findings findings;

    private LimitRangeItemRules(LimitRangeItem item, FieldPath path, Findings findings) {
        this.item = item;
        this.path = path;
        this.findings = findings;
    }

    /** Checks a LimitRange with its defaults. */
    public static void check(LimitRange range, Findings findings) {
        MetadataRules.namespaced(range.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        List<LimitRangeItem> items =
                range.getSpec() == null ? List.of() : Zero.list(range.getSpec().getLimits());
        Set<String> types = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            FieldPath path = FieldPath.of("spec", "limits").index(i);
            LimitRangeItem item = items.get(i);
            new LimitRangeItemRules(item, path, findings).check();
            if (!types.add(Zero.text(item.getType()))) {
                findings.duplicate(TYPE, path.child("type"), Zero.text(item.getType()));
            }
        }
    }

    private void check() {
        String type = Zero.text(item.getType());
        type(type, path.child("type"));
        Set<String> names = new TreeSet<>();
        names(names, "max", item.getMax());
        names(names, "min", item.getMin());
        if (type.equals("Pod")) {
            absent("default", item.getDefault());
            absent("defaultRequest", item.getDefaultRequest());
        } else {
            names(names, "default", item.getDefault());
            names(names, "defaultRequest", item.getDefaultRequest());
        }
        boolean bounded = Zero.map(item.getMin()).containsKey("storage")
                || Zero.map(item.getMax()).containsKey("storage");
        if (type.equals("PersistentVolumeClaim") && !bounded) {
            findings.required(CLAIM, path.child("limits"), "must have a min or a max of storage");
        }
        names(names, "maxLimitRequestRatio", item.getMaxLimitRequestRatio());
        for (String name : names) {
            new LimitBounds(name, path, findings)
                    .check(
                            amount(item.getMin(), name),
                            amount(item.getMax(), name),
                            type.equals("Pod") ? null : amount(item.getDefault(), name),
                            type.equals("Pod") ? null : amount(item.getDefaultRequest(), name),
                            amount(item.getMaxLimitRequestRatio(), name));
        }
    }

    private void type(String type, FieldPath at) {
        String problem = Format.QUALIFIED_NAME.problem(type);
        if (problem != null) {
            findings.invalid(TYPE, at, type, problem);
        } else if (type.indexOf('/') < 0
                && !Set.of("Container", "PersistentVolumeClaim", "Pod").contains(type)) {
            findings.invalid(TYPE, at, type, "must be Container, PersistentVolumeClaim or Pod, or have a domain");
        }
    }

    private void absent(String field, @Nullable Map<String, Quantity> amounts) {
        if (!Zero.map(amounts).isEmpty()) {
            findings.forbidden(POD, path.child(field), "not allowed if type is Pod");
        }
    }

    private void names(Set<String> names, String field, @Nullable Map<String, Quantity> amounts) {
        for (String name : Zero.map(amounts).keySet()) {
            name(name, path.child(field).key(name));
            names.add(name);
        }
    }

    private void name(String name, FieldPath at) {
        String type = Zero.text(item.getType());
        if (type.equals("Pod") || type.equals("Container")) {
            ResourceNames.checkOfContainers(NAME, name, at, findings);
            return;
        }
        String problem = Format.QUALIFIED_NAME.problem(name);
        if (problem != null) {
            findings.invalid(NAME, at, name, problem);
        } else if (name.indexOf('/') < 0 && !QuotaNames.isKnown(name)) {
            findings.invalid(NAME, at, name, "must be a resource of Kubernetes, or have a domain");
        }
    }

    private static @Nullable Amount amount(@Nullable Map<String, Quantity> amounts, String name) {
        Quantity quantity = Zero.map(amounts).get(name);
        return quantity == null ? null : Amount.of(quantity);
    }
}
