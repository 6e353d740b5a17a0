package dev.berth.catalog.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.SourceForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceVariablesTest {

    @Test
    void every_entry_names_its_source_and_a_variable_that_the_kubelet_sets() {
        assertThat(ServiceVariables.all()).isNotEmpty().allSatisfy(variable -> {
            SourceForm.check(variable.source());
            assertThat(variable.repositories()).isNotEmpty();
            assertThat(variable.effect()).doesNotEndWith(".").matches("[a-z].*");
            assertThat(variable.isPrefix() || variable.name().equals(ServiceVariable.of(variable.service())))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "confluentinc/cp-kafka:7.9.0, KAFKA_PORT KAFKA_ADVERTISED_PORT",
        "registry.example.com/mirror/confluentinc/cp-kafka:7.9.0, KAFKA_PORT KAFKA_ADVERTISED_PORT",
        "apache/kafka:4.0.0, ''",
        "neo4j:5.26, NEO4J_",
        "neo4j, NEO4J_",
        "neo4j:4.4, ''",
        "bitnami/redis:6.0.5, REDIS_PORT",
        "bitnami/redis:7.4, ''",
        "redis:7.4, ''"
    })
    void knows_what_the_versions_of_an_image_read(String image, String names) {
        ImageReference reference = ImageReference.parse(image).orElseThrow();
        assertThat(String.join(
                        " ",
                        ServiceVariables.of(reference).stream()
                                .map(ServiceVariable::name)
                                .toList()))
                .isEqualTo(names);
    }

    @Test
    void the_name_of_a_service_decides_its_variables() {
        ServiceVariable exact = ServiceVariables.of(ImageReference.parse("confluentinc/cp-schema-registry:7.9.0")
                        .orElseThrow())
                .get(0);
        assertThat(exact.service()).isEqualTo("schema-registry");
        assertThat(exact.isSetFor("schema-registry")).isTrue();
        assertThat(exact.isSetFor("schema-registry-2")).isFalse();
        ServiceVariable prefix = ServiceVariables.of(
                        ImageReference.parse("neo4j:5").orElseThrow())
                .get(0);
        assertThat(prefix.isSetFor("neo4j")).isTrue();
        assertThat(prefix.isSetFor("neo4j-admin")).isTrue();
        assertThat(prefix.isSetFor("neo4jx")).isFalse();
    }
}
