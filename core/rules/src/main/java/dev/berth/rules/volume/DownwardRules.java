package dev.berth.rules.volume;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Amount;
import dev.berth.rules.format.Format;
import io.fabric8.kubernetes.api.model.ObjectFieldSelector;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The rules of what a container can read about its own pod: fields and resources. */
public final class DownwardRules {
    /** The fields that {@code ConvertDownwardAPIFieldLabel} in {@code pkg/apis/core/pods/helpers.go} knows. */
    private static final Set<String> KNOWN_FIELDS = Set.of(
            "metadata.annotations",
            "metadata.labels",
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.restartPolicy",
            "spec.serviceAccountName",
            "spec.schedulerName",
            "status.phase",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");

    private static final List<String> RESOURCES = List.of(
            "limits.cpu",
            "limits.ephemeral-storage",
            "limits.memory",
            "requests.cpu",
            "requests.ephemeral-storage",
            "requests.memory");

    private static final Rule FIELD = Rule.core("field-ref", "validateObjectFieldSelector");
    private static final Rule RESOURCE = Rule.core("resource-field-ref", "validateContainerResourceFieldSelector");
    private static final Rule DIVISOR = Rule.core("resource-divisor", "validateContainerResourceDivisor");

    private DownwardRules() {}

    /** Checks that a field of the pod can be read here. */
    public static void field(ObjectFieldSelector selector, Set<String> allowed, FieldPath path, Findings findings) {
        if (!findings.requireText(FIELD, path.child("apiVersion"), selector.getApiVersion())
                || !findings.requireText(FIELD, path.child("fieldPath"), selector.getFieldPath())) {
            return;
        }
        String field = selector.getFieldPath().equals("spec.host") ? "spec.nodeName" : selector.getFieldPath();
        int bracket = field.indexOf("['");
        boolean subscripted = bracket > 0 && field.endsWith("']") && field.length() >= bracket + 4;
        String base = subscripted ? field.substring(0, bracket) : field;
        boolean map = base.equals("metadata.annotations") || base.equals("metadata.labels");
        boolean known = selector.getApiVersion().equals("v1") && (subscripted ? map : KNOWN_FIELDS.contains(field));
        if (!known) {
            findings.invalid(FIELD, path.child("fieldPath"), field, "a container cannot read this field");
        } else if (subscripted) {
            String key = field.substring(bracket + 2, field.length() - 2);
            boolean annotation = base.equals("metadata.annotations");
            Format.QUALIFIED_NAME.check(findings, FIELD, path, annotation ? key.toLowerCase(Locale.ROOT) : key);
        } else if (!allowed.contains(field)) {
            findings.notSupported(FIELD, path.child("fieldPath"), field, new TreeSet<>(allowed));
        }
    }

    /** Checks a resource of a container, which a volume must name. */
    public static void resource(ResourceFieldSelector selector, boolean inVolume, FieldPath path, Findings findings) {
        String resource = Zero.text(selector.getResource());
        boolean huge = resource.startsWith("requests.hugepages-") || resource.startsWith("limits.hugepages-");
        if (inVolume && Zero.isEmpty(selector.getContainerName())) {
            findings.required(
                    RESOURCE,
                    path.child("containerName"),
                    "must be set in a volume, which several containers can read");
        } else if (resource.isEmpty()) {
            findings.required(RESOURCE, path.child("resource"), "");
        } else if (!RESOURCES.contains(resource) && !huge) {
            findings.notSupported(RESOURCE, path.child("resource"), resource, RESOURCES);
        }
        if (selector.getDivisor() == null) {
            return;
        }
        Amount divisor = Amount.of(selector.getDivisor());
        boolean cpu = resource.equals("limits.cpu") || resource.equals("requests.cpu");
        boolean bytes = huge || (!cpu && RESOURCES.contains(resource));
        boolean fits = divisor.signum() == 0
                || (cpu && (divisor.isThousandth() || divisor.equals(Amount.parse("1"))))
                || (bytes && divisor.isUnit())
                || (!cpu && !bytes);
        if (!fits) {
            String should = cpu ? "must be 1m or 1" : "must be 1, with or without a suffix from k to E or Ki to Ei";
            findings.invalid(DIVISOR, path.child("divisor"), resource, should);
        }
    }
}
