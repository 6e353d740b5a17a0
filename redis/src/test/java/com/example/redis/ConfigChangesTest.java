package com.example.redis;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.Secret;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.recipe.Clients;
import dev.berth.recipe.ConfigChanges;
import dev.berth.recipe.Password;
import dev.berth.redis.EvictionPolicy;
import dev.berth.redis.Redis;
import dev.berth.redis.RedisImage;
import dev.berth.redis.RedisSetting;
import dev.berth.redis.RedisTopology;
import dev.berth.redis.RedisUser;
import dev.berth.redis.Sentinels;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.Resources;
import dev.berth.workload.StatefulSet;
import dev.berth.yaml.YamlWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which changes of the configuration change the pod template, and so restart the pods. */
class ConfigChangesTest {

    private static final RedisSetting RELOADED = RedisSetting.evictionPolicy(EvictionPolicy.ALL_KEYS_LRU);
    private static final RedisSetting RESTARTED = RedisSetting.other("databases", "4");

    private static Redis cache(ConfigChanges changes) {
        return Redis.named("cache")
                .image(RedisImage.of("redis:7.4.2"))
                .password(Password.key(Secret.existing("cache-credentials"), "password"))
                .storage(gibi(1))
                .resources(Resources.requests(millicores(100), mebi(256)).memoryLimit(mebi(256)))
                .clients(Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "shop"))))
                .configChanges(changes)
                .build();
    }

    private static RedisUser user(String keys) {
        return RedisUser.of("shop", Password.key(Secret.existing("cache-credentials"), "shop"), keys, "+@read");
    }

    @Test
    void manual_changes_restart_nothing() {
        Redis redis = cache(ConfigChanges.MANUAL);

        assertThat(template(redis.plusSetting(RESTARTED))).isEqualTo(template(redis));
    }

    @Test
    void with_restart_every_change_restarts_the_pods() {
        Redis redis = cache(ConfigChanges.RESTART);

        assertThat(template(redis.plusSetting(RELOADED))).isNotEqualTo(template(redis));
        assertThat(template(redis.plusSetting(RESTARTED))).isNotEqualTo(template(redis));
        assertThat(template(redis.plusUser(user("~shop:*"))))
                .as("other permissions of a user")
                .isNotEqualTo(template(redis.plusUser(user("~cart:*"))));
    }

    @Test
    void with_reload_only_what_a_server_reads_when_it_starts_restarts_the_pods() {
        Redis redis = cache(ConfigChanges.RELOAD);

        assertThat(template(redis.plusSetting(RELOADED))).isEqualTo(template(redis));
        assertThat(template(redis.plusSetting(RedisSetting.maxMemory(mebi(64)))))
                .isEqualTo(template(redis));
        assertThat(template(redis.plusSetting(RESTARTED))).isNotEqualTo(template(redis));
        assertThat(template(redis.plusSetting(RedisSetting.disableCommand("FLUSHALL"))))
                .isNotEqualTo(template(redis));
        assertThat(template(redis.plusSetting(RedisSetting.other("no-such-setting", "1"))))
                .as("an unknown setting")
                .isNotEqualTo(template(redis));
        assertThat(template(redis.plusUser(user("~shop:*"))))
                .as("other permissions of a user")
                .isNotEqualTo(template(redis.plusUser(user("~cart:*"))));
    }

    @Test
    void the_sentinels_do_not_restart_with_the_servers() {
        Redis redis = cache(ConfigChanges.RESTART).withTopology(RedisTopology.sentinel(3, Sentinels.three()));

        assertThat(yaml(redis.plusSetting(RESTARTED).statefulSets().get(1)))
                .isEqualTo(yaml(redis.statefulSets().get(1)));
    }

    @Test
    void a_server_whose_command_config_is_renamed_cannot_be_reloaded() {
        Redis redis = cache(ConfigChanges.RELOAD);

        assertThatThrownBy(() -> redis.plusSetting(RedisSetting.renameCommand("Config", "cfg")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("Redis \"cache\": configChanges: Invalid value: \"RELOAD\": must be MANUAL or RESTART if"
                        + " CONFIG is renamed: a reload needs it");
    }

    private static String template(Redis redis) {
        return yaml(redis.statefulSet());
    }

    private static String yaml(StatefulSet set) {
        return new YamlWriter().toYaml(set.toModel(), set.comments());
    }
}
