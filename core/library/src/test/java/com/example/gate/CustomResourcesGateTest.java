package com.example.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.berth.cluster.TargetCluster;
import dev.berth.finding.Finding;
import dev.berth.gate.RulesGate;
import dev.berth.gate.SetGate;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.manifest.RawManifest;
import dev.berth.tree.ManifestTree;
import dev.berth.value.TreePath;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Custom resources in a set: with their definition in the set, beside their class, and without one. */
class CustomResourcesGateTest {
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: lamps.example.com}
            spec:
              group: example.com
              scope: SCOPE
              names: {kind: Lamp, plural: lamps}
              versions:
                - name: v1
                  served: true
                  storage: true
                  schema:
                    openAPIV3Schema:
                      type: object
                      properties:
                        spec:
                          type: object
                          properties:
                            watts: {type: integer, maximum: 100}
                            color: {type: string}
                          x-kubernetes-validations:
                            - rule: "!has(self.color) || self.color != 'black'"
                              message: a lamp is not black
            """;

    private static final RawManifest LAMPS = raw(DEFINITION.replace("SCOPE", "Namespaced"));

    @Test
    void a_definition_in_the_set_decides_about_its_objects() {
        RulesGate gate =
                check(LAMPS, lamp("fine", "{watts: 60}"), lamp("hot", "{watts: 600}"), lamp("dark", "{color: black}"));

        assertThat(gate.problems())
                .extracting(Finding::toString)
                .containsExactly(
                        "Lamp \"hot\": spec.watts: Invalid value: 600: must be at most 100 (schema-range)",
                        "Lamp \"dark\": spec: a lamp is not black (custom-resource-rule)");
        assertThat(gate.risks()).isEmpty();
    }

    @Test
    void an_unknown_field_is_refused_with_the_name_that_was_meant() {
        assertThat(check(LAMPS, lamp("odd", "{wats: 60}")).problems())
                .extracting(Finding::toString)
                .containsExactly("Lamp \"odd\": spec.wats: Malformed: there is no such field in the"
                        + " CustomResourceDefinition. Did you mean \"watts\"? (custom-unknown-field)");
    }

    @Test
    void a_definition_that_the_server_refuses_is_a_problem_and_judges_nothing() {
        RulesGate gate = check(raw(DEFINITION.replace("SCOPE", "Everywhere")), lamp("hot", "{watts: 600}"));

        assertThat(gate.problems())
                .extracting(Finding::toString)
                .containsExactly("CustomResourceDefinition \"lamps.example.com\": spec.scope: Unsupported value:"
                        + " \"Everywhere\": must be one of Cluster, Namespaced (crd-scope)");
        assertThat(gate.risks()).extracting(Finding::message).containsExactly(notJudged("1 object"));
    }

    @Test
    void objects_without_a_definition_are_rendered_and_reported_once_for_each_kind() {
        RulesGate gate = check(lamp("one", "{watts: 600}"), lamp("two", "{}"));

        assertThat(gate.problems()).isEmpty();
        assertThat(gate.risks()).extracting(Finding::message).containsExactly(notJudged("2 objects"));
    }

    @Test
    void the_definition_beside_a_class_of_the_user_decides_about_its_objects() {
        RulesGate gate = check(RawManifest.of(Ring.of("small", 0)), RawManifest.of(Ring.of("large", 5)));

        assertThat(gate.problems())
                .extracting(Finding::toString)
                .containsExactly("Ring \"small\": spec.size: Invalid value: 0: must be at least 1 (schema-range)");
    }

    @Test
    void a_definition_beside_a_class_that_the_server_refuses_is_a_problem() {
        assertThat(check(RawManifest.of(new Hoop())).problems())
                .extracting(Finding::message)
                .containsExactly("META-INF/fabric8/hoops.example.com-v1.yml: spec.scope: Required value: Cluster or"
                        + " Namespaced");
    }

    @Test
    void the_controller_of_a_class_of_the_user_creates_what_that_of_a_file_creates() {
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage("example.com/web:1")
                .addNewEnvFrom()
                .withNewSecretRef("cart-login", false)
                .endEnvFrom()
                .addNewEnvFrom()
                .withNewSecretRef("cart", false)
                .endEnvFrom()
                .endContainer()
                .endSpec()
                .build();
        ManifestSet set = ManifestSet.of(
                ManifestFile.of("a.yaml", RawManifest.of(pod), RawManifest.of(FetchedSecret.of("cart", "cart-login"))));

        assertThat(SetGate.problems(set.models()))
                .singleElement()
                .extracting(Finding::field)
                .isEqualTo("spec.containers[0].envFrom[1].secretRef.name");
    }

    @Test
    void the_namespace_of_the_file_applies_and_keys_keep_their_order() {
        ManifestFile file = ManifestFile.of(
                        "a.yaml", LAMPS, lamp("one", "{color: red, watts: 5}"), RawManifest.of(Ring.of("ring", 3)))
                .in(Namespace.named("shop").build());

        assertThat(rendered(file)).endsWith("""
                        ---
                        apiVersion: example.com/v1
                        kind: Lamp
                        metadata:
                          name: one
                          namespace: shop
                        spec:
                          color: red
                          watts: 5
                        ---
                        apiVersion: example.com/v1
                        kind: Ring
                        metadata:
                          name: ring
                          namespace: shop
                        spec:
                          size: 3
                        """);
    }

    @Test
    void an_object_of_a_cluster_scoped_kind_has_no_namespace() {
        Namespace shop = Namespace.named("shop").build();

        assertThat(rendered(ManifestFile.of("a.yaml", raw(DEFINITION.replace("SCOPE", "Cluster")), lamp("one", "{}"))
                        .in(shop)))
                .doesNotContain("namespace: shop");
        assertThat(rendered(ManifestFile.of("a.yaml", lamp("one", "{}").clusterScoped())
                        .in(shop)))
                .doesNotContain("namespace: shop");
        assertThat(rendered(ManifestFile.of("a.yaml", lamp("one", "{}")).in(shop)))
                .contains("namespace: shop");
    }

    private static String notJudged(String count) {
        return count + " of example.com/v1 Lamp cannot be judged: add the CustomResourceDefinition to the set.";
    }

    private static String rendered(ManifestFile file) {
        ManifestTree tree = ManifestTree.render(ManifestSet.of(file), "com.example.Demo", "mvn generate-manifests");
        return new String(tree.bytes(TreePath.of("a.yaml")), StandardCharsets.UTF_8);
    }

    private static RawManifest lamp(String name, String spec) {
        return raw("apiVersion: example.com/v1\nkind: Lamp\nmetadata: {name: " + name + "}\nspec: " + spec + "\n");
    }

    private static RawManifest raw(String yaml) {
        try {
            return RawManifest.of(new YAMLMapper().readValue(yaml, GenericKubernetesResource.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static RulesGate check(Manifest... manifests) {
        return RulesGate.check(
                ManifestSet.of(ManifestFile.of("a.yaml", List.of(manifests))).models(), TargetCluster.defaults());
    }
}
