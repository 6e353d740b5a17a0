package dev.berth.object;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressSpec;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Collects the references of an Ingress: its class, the Secrets of its certificates, and the Services behind it. */
public final class IngressReferences {

    private IngressReferences() {}

    static void collect(References found, HasMetadata object) {
        if (object instanceof Ingress ingress && ingress.getSpec() != null) {
            collect(found, ingress, ingress.getSpec());
        }
    }

    private static void collect(References found, Ingress ingress, IngressSpec spec) {
        found.clusterWide("spec.ingressClassName", "IngressClass", spec.getIngressClassName(), false);
        List<IngressTLS> certificates = spec.getTls();
        for (int i = 0; certificates != null && i < certificates.size(); i++) {
            if (certificates.get(i) != null) {
                found.namespaced(
                        "spec.tls[" + i + "].secretName",
                        "Secret",
                        certificates.get(i).getSecretName(),
                        makesCertificates(ingress));
            }
        }
        eachBackend(ingress, (path, backend) -> {
            if (backend.getService() != null) {
                found.namespaced(
                        path + ".service.name", "Service", backend.getService().getName());
            }
        });
    }

    /**
     * cert-manager creates the Secrets of an Ingress with one of its annotations; {@code pkg/controller/certificate-shim}
     * of cert-manager 1.21.1.
     */
    private static boolean makesCertificates(Ingress ingress) {
        Map<String, String> annotations =
                ingress.getMetadata() == null ? null : ingress.getMetadata().getAnnotations();
        return annotations != null
                && (annotations.containsKey("cert-manager.io/issuer")
                        || annotations.containsKey("cert-manager.io/cluster-issuer")
                        || annotations.containsKey("kubernetes.io/tls-acme"));
    }

    /** Calls the body with each backend of an Ingress and its field path, in the order of the fields. */
    public static void eachBackend(Ingress ingress, BiConsumer<String, IngressBackend> body) {
        IngressSpec spec = ingress.getSpec();
        if (spec == null) {
            return;
        }
        if (spec.getDefaultBackend() != null) {
            body.accept("spec.defaultBackend", spec.getDefaultBackend());
        }
        List<IngressRule> rules = spec.getRules();
        for (int i = 0; rules != null && i < rules.size(); i++) {
            List<HTTPIngressPath> paths = paths(rules.get(i));
            for (int j = 0; paths != null && j < paths.size(); j++) {
                if (paths.get(j) != null && paths.get(j).getBackend() != null) {
                    body.accept(
                            "spec.rules[" + i + "].http.paths[" + j + "].backend",
                            paths.get(j).getBackend());
                }
            }
        }
    }

    private static @Nullable List<HTTPIngressPath> paths(@Nullable IngressRule rule) {
        return rule == null || rule.getHttp() == null ? null : rule.getHttp().getPaths();
    }
}
