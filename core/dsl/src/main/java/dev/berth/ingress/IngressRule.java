package dev.berth.ingress;

import dev.berth.value.InvalidValueException;
import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRuleBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The paths of a host.
 *
 * <pre>{@code
 * IngressRule.host("shop.example.com", IngressPath.prefix("/", service.backend(http)))
 * }</pre>
 *
 * <p>Source of all limits: Kubernetes 1.36, {@code pkg/apis/networking/validation/validation.go}, {@code
 * validateIngressRules}.
 *
 * @param host the host name; empty for requests with any host
 * @param paths the paths, of which the most specific one wins
 */
public record IngressRule(Optional<String> host, List<IngressPath> paths) {

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    /**
     * Creates a rule.
     *
     * @throws InvalidValueException if the host is an IP address or not a DNS subdomain, or there is no path
     */
    public IngressRule {
        host.ifPresent(name -> requireHost("IngressRule host", name));
        paths = List.copyOf(paths);
        if (paths.isEmpty()) {
            throw new InvalidValueException("IngressRule: http.paths: Required value: add at least one");
        }
    }

    /**
     * The paths of this host.
     *
     * @param host a DNS name, or a wildcard for its first label: {@code *.example.com}
     */
    public static IngressRule host(String host, IngressPath first, IngressPath... more) {
        return new IngressRule(Optional.of(host), all(first, more));
    }

    /** The paths of all hosts that no other rule names. */
    public static IngressRule anyHost(IngressPath first, IngressPath... more) {
        return new IngressRule(Optional.empty(), all(first, more));
    }

    private static List<IngressPath> all(IngressPath first, IngressPath... more) {
        List<IngressPath> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all;
    }

    static void requireHost(String what, String host) {
        if (ADDRESS.matcher(host).matches()) {
            throw InvalidValueException.of(what, host, "must be a DNS name, not an IP address");
        }
        NameFormat.DNS_SUBDOMAIN.require(what, host.startsWith("*.") ? host.substring(2) : host);
    }

    io.fabric8.kubernetes.api.model.networking.v1.IngressRule toModel() {
        return new IngressRuleBuilder()
                .withHost(host.orElse(null))
                .withNewHttp()
                .withPaths(paths.stream().map(IngressPath::toModel).toList())
                .endHttp()
                .build();
    }
}
