package dev.berth.workload;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The identity that the processes of pods use for the API server.
 *
 * <pre>{@code
 * private final ServiceAccount account =
 *         ServiceAccount.named("postgres").automountServiceAccountToken(false).build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract non-sealed class ServiceAccount extends NamedManifest
        implements ServiceAccountSource, ExtensibleServiceAccount {

    ServiceAccount() {}

    /**
     * Returns a builder for a ServiceAccount.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS subdomain; Kubernetes 1.36,
     *     {@code ValidateServiceAccountName}
     */
    public static ServiceAccountBuildStages.BuildFinal named(String name) {
        return ServiceAccountBuildStages.start()
                .name(NameFormat.DNS_SUBDOMAIN.require("ServiceAccount: metadata.name", name));
    }

    /** A ServiceAccount that already exists in the cluster, in the namespace of the pods. */
    public static ServiceAccountSource existing(String name) {
        return new ExistingServiceAccount(name);
    }

    /** Whether the token is mounted into pods that do not set this themselves. Defaults to true. */
    public abstract Optional<Boolean> automountServiceAccountToken();

    @Value.Check
    void check() {
        checkMetadata("ServiceAccount");
    }

    @Override
    public Optional<ExistingObject> outside() {
        return Optional.empty();
    }

    @Override
    public HasMetadata toModel() {
        return new ServiceAccountBuilder()
                .withMetadata(metadata())
                .withAutomountServiceAccountToken(automountServiceAccountToken().orElse(null))
                .build();
    }
}
