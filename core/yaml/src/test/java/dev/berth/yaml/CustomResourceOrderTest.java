package dev.berth.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomResourceOrderTest {

    private final YamlWriter writer = new YamlWriter();

    @Test
    void a_map_of_a_custom_resource_keeps_the_order_that_its_author_gave_it() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("secretName", "shop-tls");
        spec.put("issuerRef", Map.of("name", "letsencrypt", "kind", "ClusterIssuer"));
        spec.put("dnsNames", List.of("shop.example.com"));
        var object = new GenericKubernetesResource();
        object.setApiVersion("cert-manager.io/v1");
        object.setKind("Certificate");
        object.setAdditionalProperty("spec", spec);

        assertThat(writer.toYaml(object)).isEqualTo("""
                        apiVersion: cert-manager.io/v1
                        kind: Certificate
                        spec:
                          secretName: shop-tls
                          issuerRef:
                            kind: ClusterIssuer
                            name: letsencrypt
                          dnsNames:
                          - shop.example.com
                        """);
        assertThat(writer.toYaml(spec)).as("outside a custom resource").startsWith("dnsNames:\n");
    }
}
