package dev.berth.schema.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.Finding;
import dev.berth.rules.decode.ManifestReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes of a definition that the server accepts and serves. */
class DefinitionUpdateTest {
    private static final String LAMPS = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: lamps.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {kind: Lamp, plural: lamps}
              versions:
                - name: v1
                  served: true
                  storage: true
                  schema: {openAPIV3Schema: {type: object, properties: {watts: {type: integer}}}}
            """;

    @Test
    void a_schema_may_change() {
        assertThat(update(LAMPS.replace("type: integer", "type: integer, maximum: 100")))
                .isEmpty();
    }

    @Test
    void a_version_may_be_added_and_become_the_stored_one() {
        assertThat(update(LAMPS.replace("storage: true", "storage: false")
                        + "    - {name: v2, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}\n"))
                .isEmpty();
    }

    @Test
    void the_scope_and_the_kind_are_immutable() {
        assertThat(update(LAMPS.replace("Namespaced", "Cluster"))).containsExactly("spec.scope");
        assertThat(update(LAMPS.replace("kind: Lamp,", "kind: Light,"))).containsExactly("spec.names.kind");
    }

    @Test
    void a_schema_must_stay_structural() {
        assertThat(update(LAMPS.replace("{type: integer}", "{maximum: 100}")))
                .containsExactly("spec.validation.openAPIV3Schema.properties[watts].type");
    }

    private static List<String> update(String now) {
        return DefinitionRules.toUpdate(read(LAMPS), read(now)).findings().stream()
                .map(Finding::field)
                .toList();
    }

    private static JsonNode read(String text) {
        return ManifestReader.read(text).get(0).written().orElseThrow();
    }
}
