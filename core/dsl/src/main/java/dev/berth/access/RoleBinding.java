package dev.berth.access;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.manifest.Namespace;
import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * Grants a role to subjects, in the namespace of the binding.
 *
 * <pre>{@code
 * private final RoleBinding binding = RoleBinding.named("rabbitmq-peers")
 *         .role(peers)
 *         .subject(Subject.serviceAccount(account))
 *         .build();
 * }</pre>
 *
 * <p>The API server refuses every later change of the role. Source of all limits: Kubernetes 1.36, {@code
 * pkg/apis/rbac/validation/validation.go}, {@code ValidateRoleBinding} and {@code ValidateRoleBindingUpdate}.
 */
@Value.Immutable
@Dsl
public abstract class RoleBinding extends NamedManifest implements ExtensibleRoleBinding {

    RoleBinding() {}

    /**
     * Returns a builder for a RoleBinding.
     *
     * @throws dev.berth.value.InvalidValueException if the name cannot be a segment of a path; Kubernetes 1.36, {@code
     *     ValidateRBACName}
     */
    public static RoleBindingBuildStages.RoleBuildStage named(String name) {
        return RoleBindingBuildStages.start().name(NameFormat.PATH_SEGMENT.require("RoleBinding: metadata.name", name));
    }

    /** What the subjects may do. It is immutable. */
    public abstract RoleSource role();

    /** Who may do it, or the first of them if there are several. */
    public abstract Subject subject();

    /** Subjects in addition to the first one. Optional. */
    public abstract List<Subject> subjects();

    /** Changes the fabric8 model of the RoleBinding, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<RoleBindingBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("RoleBinding");
    }

    @Override
    public Set<ExistingObject> existing() {
        return granted().existing();
    }

    private Subjects granted() {
        return Subjects.of(role(), subject(), subjects());
    }

    /** The binding in a file with this namespace, which is also that of the ServiceAccounts without their own. */
    @Override
    public HasMetadata toModel(Namespace namespace) {
        io.fabric8.kubernetes.api.model.rbac.RoleBinding binding = binding();
        binding.getMetadata().setNamespace(namespace.name());
        Subjects.fillIn(binding.getSubjects(), namespace);
        return binding;
    }

    @Override
    public HasMetadata toModel() {
        return binding();
    }

    private io.fabric8.kubernetes.api.model.rbac.RoleBinding binding() {
        RoleBindingBuilder binding = new RoleBindingBuilder()
                .withMetadata(metadata())
                .withNewRoleRef()
                .withApiGroup("rbac.authorization.k8s.io")
                .withKind(role().kind())
                .withName(role().name())
                .endRoleRef()
                .withSubjects(granted().toModel());
        return customize().orElse(UnaryOperator.identity()).apply(binding).build();
    }
}
