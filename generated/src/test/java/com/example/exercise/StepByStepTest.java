package com.example.exercise;

import static dev.berth.value.Bytes.mebi;
import static dev.berth.workload.PodManagementPolicy.ORDERED_READY;
import static dev.berth.workload.PodManagementPolicy.PARALLEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.redis.Redis;
import dev.berth.redis.RedisImage;
import dev.berth.redis.RedisTopology;
import dev.berth.workload.UpdateStrategy;
import dev.berth.yaml.YamlWriter;
import org.junit.jupiter.api.Test;

/** The changes to the declaration in {@code docs/STEP_BY_STEP.md}, and their effect on the rendered set. */
class StepByStepTest {

    @Test
    void step_7_two_more_servers_change_one_line() {
        Redis scaled = Redis.named("redis")
                .image(RedisImage.of("redis:7.2-alpine"))
                .password(Databases.REDIS.password())
                .storage(mebi(500))
                .resources(Databases.REDIS.resources())
                .clients(Databases.REDIS.clients())
                .topology(RedisTopology.independent(5))
                .podManagementPolicy(ORDERED_READY)
                .addAllSettings(Databases.REDIS.settings())
                .putAllOmissions(Databases.REDIS.omissions())
                .build();

        assertThat(setOf(scaled)).isEqualTo(declared().replace("replicas: 3", "replicas: 5"));
    }

    @Test
    void step_8_another_image_changes_one_line() {
        Redis updated = Redis.named("redis")
                .image(RedisImage.of("redis:7.4-alpine"))
                .password(Databases.REDIS.password())
                .storage(mebi(500))
                .resources(Databases.REDIS.resources())
                .clients(Databases.REDIS.clients())
                .topology(RedisTopology.independent(3))
                .podManagementPolicy(ORDERED_READY)
                .addAllSettings(Databases.REDIS.settings())
                .putAllOmissions(Databases.REDIS.omissions())
                .build();

        assertThat(setOf(updated)).isEqualTo(declared().replace("image: redis:7.2-alpine", "image: redis:7.4-alpine"));
    }

    @Test
    void step_9_a_canary_is_an_image_and_a_partition() {
        Redis canary = Redis.named("redis")
                .image(RedisImage.of("redis:8.0-alpine"))
                .password(Databases.REDIS.password())
                .storage(mebi(500))
                .resources(Databases.REDIS.resources())
                .clients(Databases.REDIS.clients())
                .updateStrategy(UpdateStrategy.rollingUpdate().partition(2))
                .topology(RedisTopology.independent(3))
                .podManagementPolicy(ORDERED_READY)
                .addAllSettings(Databases.REDIS.settings())
                .putAllOmissions(Databases.REDIS.omissions())
                .build();

        assertThat(setOf(canary))
                .isEqualTo(declared()
                        .replace("image: redis:7.2-alpine", "image: redis:8.0-alpine")
                        .replace("""
                          podManagementPolicy: OrderedReady
                        """, """
                          podManagementPolicy: OrderedReady
                          updateStrategy:
                            type: RollingUpdate
                            rollingUpdate:
                              partition: 2
                        """));
    }

    @Test
    void step_12_servers_that_do_not_wait_for_each_other_change_one_line() {
        Redis parallel = Redis.named("redis")
                .image(RedisImage.of("redis:7.2-alpine"))
                .password(Databases.REDIS.password())
                .storage(mebi(500))
                .resources(Databases.REDIS.resources())
                .clients(Databases.REDIS.clients())
                .topology(RedisTopology.independent(3))
                .podManagementPolicy(PARALLEL)
                .addAllSettings(Databases.REDIS.settings())
                .putAllOmissions(Databases.REDIS.omissions())
                .build();

        assertThat(setOf(parallel))
                .isEqualTo(declared().replace("podManagementPolicy: OrderedReady", "podManagementPolicy: Parallel"));
    }

    private static String declared() {
        return setOf(Databases.REDIS);
    }

    private static String setOf(Redis redis) {
        return new YamlWriter().toYaml(redis.statefulSet().toModel());
    }
}
