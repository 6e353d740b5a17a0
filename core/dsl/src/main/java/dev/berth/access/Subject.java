package dev.berth.access;

import dev.berth.manifest.Namespace;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.ServiceAccountSource;
import io.fabric8.kubernetes.api.model.rbac.SubjectBuilder;
import java.util.Optional;

/**
 * Who gets a role: a ServiceAccount, a user or a group.
 *
 * <p>Source of all limits: Kubernetes 1.36, {@code pkg/apis/rbac/validation/validation.go}, {@code
 * ValidateRoleBindingSubject}.
 */
public sealed interface Subject {

    /**
     * The processes of the pods that use this ServiceAccount. It is in the namespace of the file of the binding:
     * {@link OfServiceAccount#in} names another one.
     */
    static OfServiceAccount serviceAccount(ServiceAccountSource account) {
        return new OfServiceAccount(account, Optional.empty());
    }

    /**
     * A user, as the authentication of the cluster names it.
     *
     * @throws InvalidValueException if the name is empty
     */
    static Subject user(String name) {
        return new Named("User", name);
    }

    /**
     * A group, as the authentication of the cluster names it, such as {@code system:authenticated}.
     *
     * @throws InvalidValueException if the name is empty
     */
    static Subject group(String name) {
        return new Named("Group", name);
    }

    /** The subject as a fabric8 model. */
    io.fabric8.kubernetes.api.model.rbac.Subject toModel();

    /** The subject, if it is an object outside the rendered set. */
    default Optional<ExistingObject> outside() {
        return Optional.empty();
    }

    /**
     * A ServiceAccount.
     *
     * @param account the ServiceAccount
     * @param namespace its namespace; empty for that of the file of the binding
     */
    record OfServiceAccount(ServiceAccountSource account, Optional<Namespace> namespace) implements Subject {

        /** Returns a copy for the ServiceAccount in this namespace. */
        public OfServiceAccount in(Namespace other) {
            return new OfServiceAccount(account, Optional.of(other));
        }

        @Override
        public io.fabric8.kubernetes.api.model.rbac.Subject toModel() {
            return new SubjectBuilder()
                    .withKind("ServiceAccount")
                    .withName(account.name())
                    .withNamespace(namespace.map(Namespace::name).orElse(null))
                    .build();
        }

        @Override
        public Optional<ExistingObject> outside() {
            return account.outside();
        }
    }

    /**
     * A user or a group.
     *
     * @param kind {@code User} or {@code Group}
     * @param name its name
     */
    record Named(String kind, String name) implements Subject {

        /**
         * Creates a subject.
         *
         * @throws InvalidValueException if the name is empty
         */
        public Named {
            if (name.isEmpty()) {
                throw InvalidValueException.of("Subject " + kind, name, "must not be empty");
            }
        }

        @Override
        public io.fabric8.kubernetes.api.model.rbac.Subject toModel() {
            return new SubjectBuilder()
                    .withApiGroup("rbac.authorization.k8s.io")
                    .withKind(kind)
                    .withName(name)
                    .build();
        }
    }
}
