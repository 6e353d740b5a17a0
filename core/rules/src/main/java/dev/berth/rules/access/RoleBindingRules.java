package dev.berth.rules.access;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ValidateRoleBinding} and {@code ValidateClusterRoleBinding}, and the defaults of both. */
public final class RoleBindingRules {
    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final List<String> SUBJECTS = List.of("Group", "ServiceAccount", "User");

    private static final Rule ROLE = new Rule("binding-role-ref", "ValidateRoleBinding", RoleRules.FILE);
    private static final Rule SUBJECT = new Rule("binding-subject", "ValidateRoleBindingSubject", RoleRules.FILE);

    private final Findings findings;

    private RoleBindingRules(Findings findings) {
        this.findings = findings;
    }

    /** {@code SetDefaults_RoleBinding} and {@code SetDefaults_Subject} in {@code pkg/apis/rbac/v1/defaults.go}. */
    public static void fillIn(RoleBinding binding) {
        if (binding.getRoleRef() == null) {
            binding.setRoleRef(new RoleRef());
        }
        fillIn(binding.getRoleRef(), binding.getSubjects());
    }

    /** {@code SetDefaults_ClusterRoleBinding} and {@code SetDefaults_Subject}. */
    public static void fillIn(ClusterRoleBinding binding) {
        if (binding.getRoleRef() == null) {
            binding.setRoleRef(new RoleRef());
        }
        fillIn(binding.getRoleRef(), binding.getSubjects());
    }

    private static void fillIn(RoleRef role, @Nullable List<Subject> subjects) {
        if (Zero.isEmpty(role.getApiGroup())) {
            role.setApiGroup(GROUP);
        }
        for (Subject subject : Zero.list(subjects)) {
            boolean person = "User".equals(subject.getKind()) || "Group".equals(subject.getKind());
            if (person && Zero.isEmpty(subject.getApiGroup())) {
                subject.setApiGroup(GROUP);
            }
        }
    }

    /** Checks a RoleBinding with its defaults. */
    public static void check(RoleBinding binding, Findings findings) {
        MetadataRules.namespaced(binding.getMetadata(), Format.PATH_STEP, findings);
        RoleBindingRules rules = new RoleBindingRules(findings);
        rules.role(binding.getRoleRef(), List.of("ClusterRole", "Role"));
        rules.subjects(binding.getSubjects(), true);
    }

    /** Checks a ClusterRoleBinding with its defaults. */
    public static void check(ClusterRoleBinding binding, Findings findings) {
        MetadataRules.clusterWide(binding.getMetadata(), Format.PATH_STEP, findings);
        RoleBindingRules rules = new RoleBindingRules(findings);
        rules.role(binding.getRoleRef(), List.of("ClusterRole"));
        rules.subjects(binding.getSubjects(), false);
    }

    private void role(RoleRef role, List<String> kinds) {
        FieldPath path = FieldPath.of("roleRef");
        findings.oneOf(ROLE, path.child("apiGroup"), role.getApiGroup(), List.of(GROUP));
        findings.oneOf(ROLE, path.child("kind"), role.getKind(), kinds);
        if (findings.requireText(ROLE, path.child("name"), role.getName())) {
            Format.PATH_STEP.check(findings, ROLE, path.child("name"), role.getName());
        }
    }

    private void subjects(@Nullable List<Subject> given, boolean namespaced) {
        List<Subject> subjects = Zero.list(given);
        for (int i = 0; i < subjects.size(); i++) {
            subject(subjects.get(i), namespaced, FieldPath.of("subjects").index(i));
        }
    }

    private void subject(Subject subject, boolean namespaced, FieldPath path) {
        boolean named = findings.requireText(SUBJECT, path.child("name"), subject.getName());
        switch (Zero.text(subject.getKind())) {
            case "ServiceAccount" -> {
                if (named) {
                    Format.DNS_SUBDOMAIN.check(findings, SUBJECT, path.child("name"), subject.getName());
                }
                findings.oneOf(SUBJECT, path.child("apiGroup"), subject.getApiGroup(), List.of(""));
                if (!namespaced) {
                    findings.requireText(SUBJECT, path.child("namespace"), subject.getNamespace());
                }
            }
            case "User", "Group" ->
                findings.oneOf(SUBJECT, path.child("apiGroup"), subject.getApiGroup(), List.of(GROUP));
            default -> findings.notSupported(SUBJECT, path.child("kind"), Zero.text(subject.getKind()), SUBJECTS);
        }
    }
}
