package dev.berth.access;

import dev.berth.manifest.Namespace;
import dev.berth.object.ExistingObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The role and the subjects of a binding. */
record Subjects(RoleSource role, List<Subject> subjects) {

    static Subjects of(RoleSource role, Subject first, List<Subject> more) {
        return new Subjects(role, Stream.concat(Stream.of(first), more.stream()).toList());
    }

    Set<ExistingObject> existing() {
        Set<ExistingObject> all = new LinkedHashSet<>();
        role.outside().ifPresent(all::add);
        subjects.forEach(subject -> subject.outside().ifPresent(all::add));
        return all;
    }

    List<io.fabric8.kubernetes.api.model.rbac.Subject> toModel() {
        return subjects.stream().map(Subject::toModel).toList();
    }

    /** The API server requires the namespace of a ServiceAccount, and does not default it to that of the binding. */
    static void fillIn(List<io.fabric8.kubernetes.api.model.rbac.Subject> subjects, Namespace namespace) {
        subjects.stream()
                .filter(subject -> "ServiceAccount".equals(subject.getKind()) && subject.getNamespace() == null)
                .forEach(subject -> subject.setNamespace(namespace.name()));
    }
}
