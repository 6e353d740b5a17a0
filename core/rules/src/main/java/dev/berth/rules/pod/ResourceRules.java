package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Amount;
import dev.berth.rules.format.Format;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceClaim;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rules of requests and limits. */
final class ResourceRules {
    private static final Rule NAME = Rule.core("resource-name", "validateContainerResourceName");
    private static final Rule POD_NAME = Rule.core("pod-resource-name", "validatePodResourceName");
    private static final Rule NEGATIVE = Rule.core("resource-negative", "ValidateResourceQuantityValue");
    private static final Rule WHOLE = Rule.core("resource-whole", "ValidateResourceQuantityValue");
    private static final Rule ABOVE_LIMIT = Rule.core("request-above-limit", "validateResourceRequirements");
    private static final Rule LIMIT_NEEDED = Rule.core("limit-needed", "validateResourceRequirements");
    private static final Rule HUGE_PAGES_ALONE = Rule.core("huge-pages-alone", "validateResourceRequirements");
    private static final Rule HUGE_PAGES = Rule.core("huge-pages", "validateResourceQuantityHugePageValue");
    private static final Rule CLAIM = Rule.core("resource-claim-name", "validateResourceClaimNames");

    private final Set<String> podClaims;
    private final Findings findings;

    ResourceRules(Set<String> podClaims, Findings findings) {
        this.podClaims = podClaims;
        this.findings = findings;
    }

    void ofContainer(@Nullable ResourceRequirements resources, FieldPath path) {
        if (resources != null) {
            check(resources, path, false);
        }
    }

    void ofPod(ResourceRequirements resources, FieldPath path) {
        check(resources, path, true);
    }

    /** The overhead of a runtime class is checked like limits. */
    void overhead(@Nullable Map<String, Quantity> overhead, FieldPath path) {
        ResourceRequirements limits = new ResourceRequirements();
        limits.setLimits(overhead);
        check(limits, path, false);
    }

    private void check(ResourceRequirements resources, FieldPath path, boolean ofPod) {
        Map<String, Quantity> limits = Zero.map(resources.getLimits());
        Map<String, Quantity> requests = Zero.map(resources.getRequests());
        limits.forEach(
                (name, quantity) -> amount(name, quantity, path.child("limits").key(name), ofPod));
        for (Map.Entry<String, Quantity> request : requests.entrySet()) {
            String name = request.getKey();
            amount(name, request.getValue(), path.child("requests").key(name), ofPod);
            Quantity limit = limits.get(name);
            if (limit == null) {
                if (!ResourceNames.mayOvercommit(name)) {
                    String why = name + " cannot be overcommitted, so a limit is required";
                    findings.required(LIMIT_NEEDED, path.child("limits"), why);
                }
            } else {
                againstLimit(name, Amount.of(request.getValue()), Amount.of(limit), path.child("requests"));
            }
        }
        boolean huge = any(limits, requests, ResourceNames::isHugePages);
        if (huge && !any(limits, requests, ResourceNames::isCpuOrMemory)) {
            findings.forbidden(HUGE_PAGES_ALONE, path, "huge pages require cpu or memory");
        }
        claims(Zero.list(resources.getClaims()), path.child("claims"));
    }

    private static boolean any(Map<String, Quantity> limits, Map<String, Quantity> requests, Predicate<String> is) {
        return any(limits, is) || any(requests, is);
    }

    private static boolean any(Map<String, Quantity> amounts, Predicate<String> is) {
        for (String name : amounts.keySet()) {
            if (is.test(name)) {
                return true;
            }
        }
        return false;
    }

    private void againstLimit(String name, Amount request, Amount limit, FieldPath path) {
        int order = request.compareTo(limit);
        if (order != 0 && !ResourceNames.mayOvercommit(name)) {
            findings.invalid(ABOVE_LIMIT, path, request, name + " must equal its limit, " + limit);
        } else if (order > 0) {
            findings.invalid(ABOVE_LIMIT, path, request, name + " is above its limit, " + limit);
        }
    }

    private void amount(String name, Quantity quantity, FieldPath path, boolean ofPod) {
        if (ofPod) {
            podName(name, path);
        } else {
            ResourceNames.checkOfContainers(NAME, name, path, findings);
        }
        Amount amount = Amount.of(quantity);
        if (amount.signum() < 0) {
            findings.invalid(NEGATIVE, path, amount, "must not be negative");
        }
        if (ResourceNames.isExtended(name) && !amount.isWhole()) {
            findings.invalid(WHOLE, path, amount, "must be a whole number");
        }
        if (ResourceNames.isHugePages(name) && !isMultiple(name, amount)) {
            findings.invalid(HUGE_PAGES, path, amount, "must be a whole number of pages of the size in its name");
        }
    }

    private void podName(String name, FieldPath path) {
        String problem = Format.QUALIFIED_NAME.problem(name);
        if (problem != null) {
            findings.invalid(NAME, path, name, problem);
        } else if (!ResourceNames.isCpuOrMemory(name) && !ResourceNames.isHugePages(name)) {
            findings.notSupported(POD_NAME, path, name, List.of("cpu", "memory", "hugepages-<size>"));
        }
    }

    private static boolean isMultiple(String name, Amount amount) {
        try {
            Amount page = Amount.parse(name.substring(ResourceNames.HUGE_PAGES.length()));
            return page.signum() > 0 && page.isWhole() && amount.wholeValue() % page.wholeValue() == 0;
        } catch (NumberFormatException | StringIndexOutOfBoundsException noSize) {
            return false;
        }
    }

    private void claims(List<ResourceClaim> claims, FieldPath path) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < claims.size(); i++) {
            String name = Zero.text(claims.get(i).getName());
            String request = Zero.text(claims.get(i).getRequest());
            FieldPath at = path.index(i);
            if (name.isEmpty()) {
                findings.required(CLAIM, at, "must name a resource claim of the pod");
                continue;
            }
            if (names.contains(name)) {
                findings.duplicate(CLAIM, at, name);
            } else {
                claim(name, request, names, at);
            }
            if (!podClaims.contains(name)) {
                findings.notFound(CLAIM, at, name);
            }
        }
    }

    private void claim(String name, String request, Set<String> names, FieldPath at) {
        if (!request.isEmpty()) {
            Format.DNS_LABEL.check(findings, CLAIM, at.child("request"), request);
        }
        boolean overlaps = request.isEmpty() && names.stream().anyMatch(other -> other.startsWith(name + "/"));
        String key = request.isEmpty() ? name : name + "/" + request;
        if (!names.add(key) || overlaps) {
            findings.duplicate(CLAIM, at, key);
        }
    }
}
