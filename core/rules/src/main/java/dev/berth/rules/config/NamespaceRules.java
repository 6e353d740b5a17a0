package dev.berth.rules.config;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.Finalizers;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code ValidateNamespace}, {@code ValidateServiceAccount}, and the labels that Pod Security admission reads. */
public final class NamespaceRules {
    private static final String POD_SECURITY = "staging/src/k8s.io/pod-security-admission/api/helpers.go";
    private static final String PREFIX = "pod-security.kubernetes.io/";
    private static final Set<String> LEVELS = Set.of("privileged", "baseline", "restricted");
    private static final Pattern VERSION = Pattern.compile("latest|v1\\.(0|[1-9][0-9]{0,8})");

    private static final Rule FINALIZER = Rule.core("namespace-finalizer", "validateFinalizerName");
    private static final Rule LEVEL = new Rule("pod-security-level", "ParseLevel", POD_SECURITY);
    private static final Rule LEVEL_VERSION = new Rule("pod-security-version", "ParseVersion", POD_SECURITY);

    private NamespaceRules() {}

    /** Checks a ServiceAccount. */
    public static void checkServiceAccount(ServiceAccount account, Findings findings) {
        MetadataRules.namespaced(account.getMetadata(), Format.DNS_SUBDOMAIN, findings);
    }

    /** Checks a Namespace. */
    public static void check(Namespace namespace, Findings findings) {
        MetadataRules.clusterWide(namespace.getMetadata(), Format.DNS_LABEL, findings);
        if (namespace.getSpec() != null) {
            for (String finalizer : Zero.list(namespace.getSpec().getFinalizers())) {
                FieldPath path = FieldPath.of("spec", "finalizers");
                Format.QUALIFIED_NAME.check(findings, FINALIZER, path, finalizer);
                if (!Finalizers.isQualified(finalizer)) {
                    findings.invalid(FINALIZER, path, finalizer, "must be a qualified name, such as example.com/name");
                }
            }
        }
    }

    /** Checks the labels that Pod Security admission reads, after validation. */
    public static void checkPodSecurityLabels(Namespace namespace, Findings findings) {
        Map<String, String> labels = Zero.map(namespace.getMetadata().getLabels());
        for (String mode : new String[] {"enforce", "audit", "warn"}) {
            String level = labels.get(PREFIX + mode);
            if (level != null && !LEVELS.contains(level)) {
                findings.invalid(LEVEL, label(mode), level, "must be one of privileged, baseline, restricted");
            }
            String version = labels.get(PREFIX + mode + "-version");
            if (version != null && !VERSION.matcher(version).matches()) {
                findings.invalid(
                        LEVEL_VERSION, label(mode + "-version"), version, "must be latest, or a version such as v1.36");
            }
        }
    }

    private static FieldPath label(String name) {
        return FieldPath.of("metadata", "labels").key(PREFIX + name);
    }
}
