package dev.berth.rules.admission;

import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.finding.Rule;
import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The mutating admission plugins that refuse objects before the rules of their kind are checked. */
public final class Admission {
    private static final Rule REQUEST_NAMESPACE = new Rule(
            "request-namespace",
            "EnsureObjectNamespaceMatchesRequestNamespace",
            "staging/src/k8s.io/apiserver/pkg/registry/rest/meta.go");
    private static final Rule NAMESPACE = new Rule(
            "namespace-exists",
            "Lifecycle.Admit",
            "staging/src/k8s.io/apiserver/pkg/admission/plugin/namespace/lifecycle/admission.go");
    private static final Rule SERVICE_ACCOUNT =
            new Rule("service-account-exists", "Plugin.Admit", "plugin/pkg/admission/serviceaccount/admission.go");
    private static final Rule PRIORITY_CLASS =
            new Rule("priority-class-exists", "Plugin.admitPod", "plugin/pkg/admission/priority/admission.go");
    private static final Rule PRIORITY =
            new Rule("priority-computed", "Plugin.admitPod", "plugin/pkg/admission/priority/admission.go");
    private static final Rule RUNTIME_CLASS =
            new Rule("runtime-class-exists", "RuntimeClass.Admit", "plugin/pkg/admission/runtimeclass/admission.go");

    private static final Rule PREEMPTION =
            new Rule("preemption-computed", "Plugin.admitPod", "plugin/pkg/admission/priority/admission.go");
    private static final Rule OVERHEAD =
            new Rule("overhead-of-runtime-class", "validateOverhead", "plugin/pkg/admission/runtimeclass/admission.go");
    /** The value of the built-in PriorityClasses, and the default without one. */
    private static final String LOWER_PRIORITY = "PreemptLowerPriority";

    private static final Map<String, Integer> SYSTEM_PRIORITIES =
            Map.of("system-cluster-critical", 2_000_000_000, "system-node-critical", 2_000_001_000);

    private Admission() {}

    /** Checks what makes sending this object in this request malformed. */
    public static void request(HasMetadata model, ClusterFacts facts, Findings findings) {
        Optional<String> requested = facts.requestNamespace();
        String own =
                model.getMetadata() == null ? "" : Zero.text(model.getMetadata().getNamespace());
        if (model instanceof Namespaced && requested.isPresent() && !own.isEmpty() && !own.equals(requested.get())) {
            findings.add(
                    REQUEST_NAMESPACE,
                    FieldPath.of("metadata", "namespace"),
                    FindingType.MALFORMED,
                    own + " is not the namespace of the request, " + requested.get());
        }
    }

    /** Checks the namespace, service account, priority class and runtime class. */
    public static void mutating(HasMetadata model, ClusterFacts facts, Findings findings) {
        String namespace =
                model.getMetadata() == null ? "" : Zero.text(model.getMetadata().getNamespace());
        boolean missing =
                facts.namespaces().map(set -> !set.contains(namespace)).orElse(false);
        if (model instanceof Namespaced && !namespace.isEmpty() && missing) {
            deny(findings, NAMESPACE, "metadata", "namespace", "there is no namespace " + namespace);
        } else if (model instanceof Pod pod) {
            pod(pod.getSpec(), facts, findings);
        }
    }

    private static void pod(PodSpec spec, ClusterFacts facts, Findings findings) {
        String account = Zero.text(spec.getServiceAccountName());
        if (!account.isEmpty() && isMissing(facts.serviceAccounts(), account)) {
            deny(findings, SERVICE_ACCOUNT, "spec", "serviceAccountName", "there is no ServiceAccount " + account);
            return;
        }
        String priorityClass = Zero.text(spec.getPriorityClassName());
        if (!priorityClass.isEmpty() && isMissing(facts.priorityClasses(), priorityClass)) {
            deny(findings, PRIORITY_CLASS, "spec", "priorityClassName", "there is no PriorityClass " + priorityClass);
            return;
        }
        Integer computed = priorityClass.isEmpty() ? Integer.valueOf(0) : SYSTEM_PRIORITIES.get(priorityClass);
        if (spec.getPriority() != null
                && computed != null
                && !spec.getPriority().equals(computed)) {
            deny(findings, PRIORITY, "spec", "priority", "must equal the value of the PriorityClass, " + computed);
            return;
        }
        String preemption = spec.getPreemptionPolicy();
        if (preemption != null && computed != null && !preemption.equals(LOWER_PRIORITY)) {
            deny(
                    findings,
                    PREEMPTION,
                    "spec",
                    "preemptionPolicy",
                    "must equal the value of the PriorityClass: " + LOWER_PRIORITY);
            return;
        }
        String runtimeClass = spec.getRuntimeClassName();
        if (runtimeClass != null && isMissing(facts.runtimeClasses(), runtimeClass)) {
            deny(findings, RUNTIME_CLASS, "spec", "runtimeClassName", "there is no RuntimeClass " + runtimeClass);
        }
    }

    /** An overhead comes from a RuntimeClass, and never from the pod itself. */
    public static void validating(HasMetadata model, Findings findings) {
        if (model instanceof Pod pod
                && pod.getSpec().getRuntimeClassName() == null
                && !Zero.map(pod.getSpec().getOverhead()).isEmpty()) {
            deny(findings, OVERHEAD, "spec", "overhead", "comes from a RuntimeClass, but the pod does not name one");
        }
    }

    private static boolean isMissing(Optional<Set<String>> existing, String name) {
        return existing.isPresent() && !existing.get().contains(name);
    }

    private static void deny(Findings findings, Rule rule, String parent, String field, String why) {
        findings.add(rule, FieldPath.of(parent, field), FindingType.DENIED, why);
    }
}
