package dev.berth.ingress;

import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedManifest;
import dev.berth.network.ServiceBackend;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * HTTP traffic from outside the cluster to Services of its namespace. A controller that runs in the cluster implements
 * it.
 *
 * <pre>{@code
 * var ingress = Ingress.named("shop")
 *         .rule(IngressRule.host("shop.example.com", IngressPath.prefix("/", service.backend(http))))
 *         .ingressClass(IngressClass.existing("nginx"))
 *         .addTls(IngressTls.of(Secret.existing("shop-tls"), "shop.example.com"))
 *         .build();
 * }</pre>
 *
 * <p>Source of all limits: Kubernetes 1.36, {@code pkg/apis/networking/validation/validation.go}, {@code
 * ValidateIngressSpec}.
 */
@Value.Immutable
@Dsl
public abstract class Ingress extends NamedManifest implements ExtensibleIngress {

    Ingress() {}

    /**
     * Returns a builder for an Ingress.
     *
     * @throws InvalidValueException if the name is not a DNS subdomain; Kubernetes 1.36, {@code ValidateIngressName}
     */
    public static IngressBuildStages.RuleBuildStage named(String name) {
        return IngressBuildStages.start().name(NameFormat.DNS_SUBDOMAIN.require("Ingress: metadata.name", name));
    }

    /** The paths of a host, or the first host if there are several. */
    public abstract IngressRule rule();

    /** Hosts in addition to the first one. Optional. */
    public abstract List<IngressRule> rules();

    /** The controller that implements the Ingress. Defaults to the default IngressClass of the cluster. */
    public abstract Optional<IngressClassSource> ingressClass();

    /** Receives the requests that no rule matches. Defaults to what the controller does with them. */
    public abstract Optional<ServiceBackend> defaultBackend();

    /** The certificates. Without one, the Ingress is served without TLS. */
    public abstract List<IngressTls> tls();

    /** Changes the fabric8 model of the Ingress, for fields that have no method here. Optional. */
    public abstract Optional<UnaryOperator<IngressBuilder>> customize();

    @Value.Check
    void check() {
        checkMetadata("Ingress");
        Set<String> seen = new HashSet<>();
        for (IngressRule rule : allRules().toList()) {
            for (IngressPath path : rule.paths()) {
                if (!seen.add(rule.host().orElse("") + path.path() + path.pathType())) {
                    throw InvalidValueException.of(
                            "Ingress \"" + name() + "\": spec.rules",
                            rule.host().orElse("") + path.path(),
                            "must be unique: another rule has the same host, path and type");
                }
            }
        }
    }

    private Stream<IngressRule> allRules() {
        return Stream.concat(Stream.of(rule()), rules().stream());
    }

    @Override
    public Set<ExistingObject> existing() {
        Set<ExistingObject> all = new LinkedHashSet<>();
        ingressClass().flatMap(IngressClassSource::outside).ifPresent(all::add);
        defaultBackend().flatMap(ServiceBackend::outside).ifPresent(all::add);
        allRules()
                .flatMap(rule -> rule.paths().stream())
                .forEach(path -> path.backend().outside().ifPresent(all::add));
        tls().forEach(certificate -> certificate.secret().outside().ifPresent(all::add));
        return all;
    }

    @Override
    public HasMetadata toModel() {
        IngressBuilder ingress = new IngressBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withIngressClassName(
                        ingressClass().map(IngressClassSource::name).orElse(null))
                .withDefaultBackend(defaultBackend().map(IngressPath::toModel).orElse(null))
                .withTls(tls().stream().map(IngressTls::toModel).toList())
                .withRules(allRules().map(IngressRule::toModel).toList())
                .endSpec();
        return customize().orElse(UnaryOperator.identity()).apply(ingress).build();
    }
}
