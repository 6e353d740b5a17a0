package dev.berth.gateway;

import dev.berth.custom.Fields;
import dev.berth.manifest.Dsl;
import dev.berth.manifest.NamedCustomResource;
import dev.berth.object.ExistingObject;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * HTTP traffic from a Gateway to Services of its namespace: an HTTPRoute of the Gateway API.
 *
 * <pre>{@code
 * var route = HttpRoute.named("shop")
 *         .parent(ParentReference.existing("public").in(gateways).sectionName("https"))
 *         .rule(HttpRouteRule.pathPrefix("/", service.backend(http)))
 *         .addHostname("shop.example.com")
 *         .build();
 * }</pre>
 *
 * <p>Source of all limits: {@code apis/v1/httproute_types.go} of kubernetes-sigs/gateway-api 1.4.
 */
@Value.Immutable
@Dsl
public abstract class HttpRoute extends NamedCustomResource implements ExtensibleHttpRoute {

    HttpRoute() {}

    /**
     * Returns a builder for an HTTPRoute.
     *
     * @throws dev.berth.value.InvalidValueException if the name is not a DNS subdomain
     */
    public static HttpRouteBuildStages.ParentBuildStage named(String name) {
        return HttpRouteBuildStages.start().name(NameFormat.DNS_SUBDOMAIN.require("HTTPRoute: metadata.name", name));
    }

    /** The Gateway that the route belongs to, or the first of them if there are several. */
    public abstract ParentReference parent();

    /** Where requests go, or the first rule if there are several. */
    public abstract HttpRouteRule rule();

    /** Gateways in addition to the first one. Optional. */
    public abstract List<ParentReference> parents();

    /** Rules in addition to the first one. Optional. */
    public abstract List<HttpRouteRule> rules();

    /** The hosts of the requests, such as {@code *.example.com}. Defaults to the hosts of the listener. */
    public abstract List<String> hostnames();

    @Value.Check
    void check() {
        checkMetadata("HTTPRoute");
        hostnames()
                .forEach(host -> NameFormat.DNS_SUBDOMAIN.require(
                        "HTTPRoute \"" + name() + "\": spec.hostnames",
                        host.startsWith("*.") ? host.substring(2) : host));
    }

    private Stream<ParentReference> allParents() {
        return Stream.concat(Stream.of(parent()), parents().stream());
    }

    private Stream<HttpRouteRule> allRules() {
        return Stream.concat(Stream.of(rule()), rules().stream());
    }

    @Override
    public Set<ExistingObject> existing() {
        Set<ExistingObject> all = new LinkedHashSet<>();
        allParents().map(ParentReference::outside).forEach(all::add);
        allRules().flatMap(HttpRouteRule::outside).forEach(all::add);
        return all;
    }

    @Override
    public HasMetadata toModel() {
        return customResource(
                "gateway.networking.k8s.io/v1",
                "HTTPRoute",
                new Fields()
                        .put(
                                "parentRefs",
                                allParents().map(ParentReference::toMap).toList())
                        .put("hostnames", hostnames())
                        .put("rules", allRules().map(HttpRouteRule::toMap).toList())
                        .toMap());
    }
}
