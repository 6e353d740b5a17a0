package dev.berth.manifest;

import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import org.immutables.value.Value;

/**
 * A Namespace. Use {@link ManifestFile#in(Namespace)} to put the objects of a file into it.
 *
 * <pre>{@code
 * private final Namespace monitoring = Namespace.named("monitoring").build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class Namespace extends NamedManifest implements ExtensibleNamespace {

    Namespace() {}

    /**
     * Returns a builder for a Namespace.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS label; Kubernetes 1.36,
     *     {@code ValidateNamespaceName}
     */
    public static NamespaceBuildStages.BuildFinal named(String name) {
        return NamespaceBuildStages.start().name(NameFormat.DNS_LABEL.require("Namespace: metadata.name", name));
    }

    @Value.Check
    void check() {
        checkMetadata("Namespace");
    }

    @Override
    public HasMetadata toModel() {
        return new NamespaceBuilder().withMetadata(metadata()).build();
    }
}
