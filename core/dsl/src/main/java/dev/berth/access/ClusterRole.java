package dev.berth.access;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * What may be done with objects of every namespace, with objects without a namespace, and with paths of the API server.
 * A {@link RoleBinding} grants it in one namespace, and a {@link ClusterRoleBinding} in all of them.
 *
 * <pre>{@code
 * private final ClusterRole nodes = ClusterRole.named("node-reader")
 *         .rule(PolicyRule.allow(GET, LIST, WATCH).resources("", "nodes"))
 *         .addRule(PolicyRule.allow(GET).nonResourceUrls("/metrics"))
 *         .build();
 * }</pre>
 *
 * <p>Source of all limits: Kubernetes 1.36, {@code pkg/apis/rbac/validation/validation.go}, {@code
 * ValidateClusterRole}.
 */
@Value.Immutable
@Dsl
public abstract non-sealed class ClusterRole extends NamedManifest implements ClusterRoleSource, ExtensibleClusterRole {

    ClusterRole() {}

    /**
     * Returns a builder for a ClusterRole.
     *
     * @throws dev.berth.value.InvalidValueException if the name cannot be a segment of a path; Kubernetes 1.36, {@code
     *     ValidateRBACName}
     */
    public static ClusterRoleBuildStages.RuleBuildStage named(String name) {
        return ClusterRoleBuildStages.start().name(NameFormat.PATH_SEGMENT.require("ClusterRole: metadata.name", name));
    }

    /** A ClusterRole that already exists in the cluster, such as {@code view} or {@code system:auth-delegator}. */
    public static ClusterRoleSource existing(String name) {
        return new ExistingClusterRole(name);
    }

    /** What the ClusterRole allows, or the first rule if there are several. */
    public abstract PolicyRule rule();

    /** Rules in addition to the first one. Optional. */
    public abstract List<PolicyRule> rules();

    /** Changes the fabric8 model of the ClusterRole, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<ClusterRoleBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("ClusterRole");
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.empty();
    }

    @Override
    public HasMetadata toModel() {
        ClusterRoleBuilder role = new ClusterRoleBuilder()
                .withMetadata(metadata())
                .withRules(Stream.concat(Stream.of(rule()), rules().stream())
                        .map(PolicyRule::toModel)
                        .toList());
        return customize().orElse(UnaryOperator.identity()).apply(role).build();
    }
}
