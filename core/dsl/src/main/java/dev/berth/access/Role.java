package dev.berth.access;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * What may be done with the objects of one namespace. A {@link RoleBinding} grants it.
 *
 * <pre>{@code
 * private final Role peers = Role.named("rabbitmq-peers")
 *         .rule(PolicyRule.allow(GET).resources("", "endpoints"))
 *         .addRule(PolicyRule.allow(CREATE).resources("", "events"))
 *         .build();
 * }</pre>
 *
 * <p>Source of all limits: Kubernetes 1.36, {@code pkg/apis/rbac/validation/validation.go}, {@code ValidateRole}.
 */
@Value.Immutable
@Dsl
public abstract non-sealed class Role extends NamedManifest implements RoleSource, ExtensibleRole {

    Role() {}

    /**
     * Returns a builder for a Role.
     *
     * @throws dev.berth.value.InvalidValueException if the name cannot be a segment of a path; Kubernetes 1.36, {@code
     *     ValidateRBACName}
     */
    public static RoleBuildStages.RuleBuildStage named(String name) {
        return RoleBuildStages.start().name(NameFormat.PATH_SEGMENT.require("Role: metadata.name", name));
    }

    /** A Role that already exists in the cluster, in the namespace of the binding. */
    public static RoleSource existing(String name) {
        return new ExistingRole(name);
    }

    /** What the Role allows, or the first rule if there are several. */
    public abstract ResourceRule rule();

    /** Rules in addition to the first one. Optional. */
    public abstract List<ResourceRule> rules();

    /** Changes the fabric8 model of the Role, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<RoleBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("Role");
    }

    @Override
    public String kind() {
        return "Role";
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.empty();
    }

    @Override
    public HasMetadata toModel() {
        RoleBuilder role = new RoleBuilder()
                .withMetadata(metadata())
                .withRules(Stream.concat(Stream.of(rule()), rules().stream())
                        .map(PolicyRule::toModel)
                        .toList());
        return customize().orElse(UnaryOperator.identity()).apply(role).build();
    }
}
