package dev.berth.network;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/**
 * A Service of type ExternalName: a name within the cluster for a server outside of it, as a DNS alias. It has no pods
 * and no ports.
 *
 * <pre>{@code
 * var orders = ExternalNameService.named("orders")
 *         .externalName("orders.example.com")
 *         .build();
 * }</pre>
 */
@Value.Immutable
@Dsl
public abstract class ExternalNameService extends NamedManifest implements ExtensibleExternalNameService {

    ExternalNameService() {}

    /**
     * Returns a builder for a Service of type ExternalName.
     *
     * @throws InvalidValueException if the name is not a DNS label that starts with a letter; Kubernetes 1.36,
     *     {@code ValidateServiceName}
     */
    public static ExternalNameServiceBuildStages.ExternalNameBuildStage named(String name) {
        return ExternalNameServiceBuildStages.start()
                .name(NameFormat.DNS_1035_LABEL.require("Service: metadata.name", name));
    }

    /**
     * The DNS name of the server: a lowercase DNS subdomain; Kubernetes 1.36, {@code ValidateService}. A server that
     * checks the host name, such as one with TLS, sees the name of the Service.
     */
    public abstract String externalName();

    /** Changes the fabric8 model of the Service, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<ServiceBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("Service");
        String what = "Service \"" + name() + "\": spec.externalName";
        String server = externalName();
        NameFormat.DNS_SUBDOMAIN.require(
                what, server.endsWith(".") ? server.substring(0, server.length() - 1) : server);
    }

    /** The DNS name of the Service within the cluster. */
    public Address address() {
        return Address.of(name(), name());
    }

    @Override
    public HasMetadata toModel() {
        ServiceBuilder service = new ServiceBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withType("ExternalName")
                .withExternalName(externalName())
                .endSpec();
        return customize().orElse(UnaryOperator.identity()).apply(service).build();
    }
}
