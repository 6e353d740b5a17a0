package dev.berth.object;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleRef;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the references of a binding: its role, and its ServiceAccounts. Users and groups are not objects. */
final class AccessReferences {

    private AccessReferences() {}

    static void collect(References found, HasMetadata object) {
        if (object instanceof RoleBinding binding) {
            collect(found, binding.getRoleRef(), binding.getSubjects());
        } else if (object instanceof ClusterRoleBinding binding) {
            collect(found, binding.getRoleRef(), binding.getSubjects());
        }
    }

    private static void collect(References found, @Nullable RoleRef role, @Nullable List<Subject> subjects) {
        if (role != null && "ClusterRole".equals(role.getKind())) {
            found.clusterWide("roleRef.name", "ClusterRole", role.getName(), false);
        } else if (role != null && "Role".equals(role.getKind())) {
            found.namespaced("roleRef.name", "Role", role.getName());
        }
        for (int i = 0; subjects != null && i < subjects.size(); i++) {
            Subject subject = subjects.get(i);
            // Without a namespace, the API server refuses the binding.
            if (subject != null && "ServiceAccount".equals(subject.getKind()) && subject.getNamespace() != null) {
                found.in(
                        subject.getNamespace(), "subjects[" + i + "].name", "ServiceAccount", subject.getName(), false);
            }
        }
    }
}
