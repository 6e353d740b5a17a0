package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Paths;
import io.fabric8.kubernetes.api.model.AppArmorProfile;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of annotations that have a meaning on pods: {@code ValidatePodSpecificAnnotations}. */
final class AnnotationRules {
    private static final String MIRROR = "kubernetes.io/config.mirror";
    private static final String DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";
    private static final String SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
    private static final String SECCOMP_CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";
    private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
    private static final Set<String> SECCOMP = Set.of("runtime/default", "docker/default", "unconfined");

    private static final Rule MIRROR_NODE = Rule.core("mirror-pod", "ValidatePodSpecificAnnotations");
    private static final Rule COST = Rule.core("pod-deletion-cost", "ValidatePodSpecificAnnotations");
    private static final Rule SECCOMP_VALUE = Rule.core("seccomp-annotation", "ValidateSeccompPodAnnotations");
    private static final Rule APP_ARMOR_VALUE = Rule.core("app-armor-annotation", "ValidateAppArmorPodAnnotations");
    private static final Rule SECCOMP_MATCH = Rule.core("seccomp-match", "validateSeccompAnnotationsAndFieldsMatch");
    private static final Rule APP_ARMOR_MATCH =
            Rule.core("app-armor-match", "validateAppArmorAnnotationsAndFieldsMatchOnCreate");

    private final Map<String, String> annotations;
    private final PodSpec spec;
    private final Findings findings;

    AnnotationRules(@Nullable Map<String, String> annotations, PodSpec spec, Findings findings) {
        this.annotations = Zero.map(annotations);
        this.spec = spec;
        this.findings = findings;
    }

    void check(FieldPath path) {
        if (annotations.isEmpty()) {
            return;
        }
        if (annotations.containsKey(MIRROR) && Zero.isEmpty(spec.getNodeName())) {
            findings.invalid(MIRROR_NODE, path.key(MIRROR), annotations.get(MIRROR), "must be set on a mirror pod");
        }
        TolerationAnnotation.check(Zero.text(annotations.get(TolerationAnnotation.NAME)), path, findings);
        String cost = annotations.get(DELETION_COST);
        if (cost != null && !isCost(cost)) {
            findings.invalid(COST, path.key(DELETION_COST), cost, "must be a 32-bit integer");
        }
        annotations.forEach((key, value) -> {
            if (key.equals(SECCOMP_POD) || key.startsWith(SECCOMP_CONTAINER)) {
                seccomp(value, path.child(key));
            } else if (key.startsWith(APP_ARMOR)) {
                appArmor(key.substring(APP_ARMOR.length()), value, path.key(key));
            }
        });
    }

    /**
     * {@code GetDeletionCostFromPodAnnotations}: no plus sign and no leading zero, but any number after a minus sign.
     */
    private static boolean isCost(String text) {
        boolean first = text.startsWith("-") || text.equals("0") || (!text.startsWith("+") && !text.startsWith("0"));
        try {
            Integer.parseInt(text);
            return first && text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private void seccomp(String value, FieldPath path) {
        if (value.startsWith("localhost/")) {
            Paths.descending(value.substring("localhost/".length()), path, findings);
        } else if (!SECCOMP.contains(value)) {
            findings.invalid(SECCOMP_VALUE, path, value, "runtime/default, unconfined or localhost/<file>");
        }
    }

    private void appArmor(String container, String value, FieldPath path) {
        Set<String> names = new HashSet<>();
        PodContainers.visitNamed(spec, FieldPath.root(), (name, security, at) -> names.add(name));
        if (!names.contains(container)) {
            findings.invalid(APP_ARMOR_VALUE, path, container, "the pod has no container with this name");
        }
        boolean fits = value.isEmpty()
                || value.equals("runtime/default")
                || value.equals("unconfined")
                || value.startsWith("localhost/");
        if (!fits) {
            findings.invalid(APP_ARMOR_VALUE, path, value, "runtime/default, unconfined or localhost/<profile>");
        }
    }

    /** Requires the same profile in the annotation and in the field. */
    void match(FieldPath path) {
        if (annotations.isEmpty()) {
            return;
        }
        String ofPod = annotations.get(SECCOMP_POD);
        if (ofPod != null && spec.getSecurityContext() != null) {
            FieldPath at = path.child("securityContext", "seccompProfile");
            seccompMatch(ofPod, spec.getSecurityContext().getSeccompProfile(), at);
        }
        boolean windows = spec.getOs() != null && "windows".equals(spec.getOs().getName());
        PodContainers.visitNamed(spec, path, (name, security, at) -> {
            String seccomp = annotations.get(SECCOMP_CONTAINER + name);
            if (seccomp != null && security != null) {
                FieldPath field = at.child("securityContext", "seccompProfile");
                seccompMatch(seccomp, security.getSeccompProfile(), field);
            }
            String appArmor = annotations.get(APP_ARMOR + name);
            if (appArmor != null && !windows) {
                appArmorMatch(appArmor, profile(security), at.child("securityContext", "appArmorProfile"));
            }
        });
    }

    private @Nullable AppArmorProfile profile(@Nullable SecurityContext security) {
        if (security != null && security.getAppArmorProfile() != null) {
            return security.getAppArmorProfile();
        }
        return spec.getSecurityContext() == null
                ? null
                : spec.getSecurityContext().getAppArmorProfile();
    }

    private void seccompMatch(String annotation, @Nullable SeccompProfile profile, FieldPath path) {
        if (profile == null) {
            return;
        }
        String type = Zero.text(profile.getType());
        boolean same =
                switch (type) {
                    case "Unconfined" -> annotation.equals("unconfined");
                    case "RuntimeDefault" ->
                        annotation.equals("runtime/default") || annotation.equals("docker/default");
                    case "Localhost" -> annotation.startsWith("localhost/");
                    default -> true;
                };
        String file = Zero.text(profile.getLocalhostProfile());
        if (!same) {
            findings.forbidden(SECCOMP_MATCH, path.child("type"), "the annotation says " + annotation);
        } else if (type.equals("Localhost") && !annotation.equals("localhost/" + file)) {
            findings.forbidden(SECCOMP_MATCH, path.child("localhostProfile"), "the annotation says " + annotation);
        }
    }

    private void appArmorMatch(String annotation, @Nullable AppArmorProfile profile, FieldPath path) {
        if (profile == null) {
            return;
        }
        String type = Zero.text(profile.getType());
        boolean same =
                switch (type) {
                    case "Unconfined" -> annotation.equals("unconfined");
                    case "RuntimeDefault" -> annotation.equals("runtime/default");
                    case "Localhost" -> annotation.startsWith("localhost/");
                    default -> true;
                };
        String name = Zero.text(profile.getLocalhostProfile());
        if (!same) {
            findings.forbidden(APP_ARMOR_MATCH, path.child("type"), "the annotation says " + annotation);
        } else if (type.equals("Localhost") && !annotation.equals("localhost/" + name)) {
            findings.forbidden(APP_ARMOR_MATCH, path.child("localhostProfile"), "the annotation says " + annotation);
        }
    }
}
