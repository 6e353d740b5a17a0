package com.example.redis;

import static dev.berth.testing.BerthAssertions.assertThat;
import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.redis.Redis;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.ExistingStorageClass;
import dev.berth.workload.PodManagementPolicy;
import dev.berth.workload.Resources;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisTest {

    @Test
    void one_server_and_three_servers_render_as_reviewed() {
        Namespace shop = Namespace.named("shop").build();
        Redis one = Redis.named("cache")
                .image("redis:7.2-alpine")
                .storage(mebi(500))
                .build();
        Redis three = Redis.named("queue")
                .image("redis:7.4.1-alpine")
                .storage(gibi(5))
                .replicas(3)
                .podManagementPolicy(PodManagementPolicy.PARALLEL)
                .storageClass(new ExistingStorageClass("fast-ssd"))
                .resources(Resources.requests(millicores(100), mebi(512)).memoryLimit(mebi(512)))
                .putDirective("maxmemory", "256mb")
                .putDirective("appendfsync", "always")
                .build();

        assertThat(ManifestSet.of(
                        ManifestFile.of("one.yaml", one.manifests()).in(shop),
                        ManifestFile.of("three.yaml", three.manifests()).in(shop)))
                .matchesGoldenTree(Path.of("src/test/golden"));
    }

    @Test
    void an_image_that_does_not_fit_the_recipe_is_refused() {
        var declaration = Redis.named("cache").image("redis:7.2").storage(mebi(500));

        assertThatThrownBy(declaration::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "Redis image: Invalid value: \"redis:7.2\": must be based on Alpine: on Debian, the group redis"
                                + " has another GID");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    appendonly  | no     | Redis directive: Invalid value: "appendonly": must not be set: the recipe sets it
                    requirepass | secret | Redis directive: Invalid value: "requirepass": must not be set: passwords do not belong in a ConfigMap
                    MaxMemory   | 1mb    | Redis directive: Invalid value: "MaxMemory": must be lower case letters, digits and '-'
                    """)
    void a_directive_that_breaks_the_recipe_is_refused(String name, String value, String message) {
        var declaration = Redis.named("cache")
                .image("redis:7.2-alpine")
                .storage(mebi(500))
                .putDirective(name, value);

        assertThatThrownBy(declaration::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
