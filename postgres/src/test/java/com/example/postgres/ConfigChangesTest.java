package com.example.postgres;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.Secret;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.postgres.HbaRule;
import dev.berth.postgres.InitScript;
import dev.berth.postgres.Postgres;
import dev.berth.postgres.PostgresImage;
import dev.berth.postgres.PostgresMemory;
import dev.berth.postgres.PostgresSetting;
import dev.berth.postgres.PostgresTopology;
import dev.berth.recipe.Clients;
import dev.berth.recipe.ConfigChanges;
import dev.berth.recipe.Password;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.Resources;
import dev.berth.yaml.YamlWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which changes of the configuration change the pod template, and so restart the pods. */
class ConfigChangesTest {

    private static final PostgresSetting RELOADED = PostgresSetting.workMem(PostgresMemory.megabytes(8));
    private static final PostgresSetting OTHER = PostgresSetting.other("log_connections", "on");
    private static final PostgresSetting RESTARTED = PostgresSetting.sharedBuffers(PostgresMemory.megabytes(256));

    private static Postgres orders(String image, ConfigChanges changes) {
        return Postgres.named("orders")
                .image(PostgresImage.of(image))
                .database("orders")
                .user("orders")
                .password(Password.key(Secret.existing("orders-credentials"), "password"))
                .storage(gibi(10))
                .resources(Resources.requests(millicores(500), gibi(1)).memoryLimit(gibi(1)))
                .clients(Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "shop"))))
                .configChanges(changes)
                .build();
    }

    private static Postgres orders(ConfigChanges changes) {
        return orders("postgres:17.5", changes);
    }

    @Test
    void manual_changes_restart_nothing_and_are_the_default() {
        Postgres postgres = orders(ConfigChanges.MANUAL);

        assertThat(templates(postgres.plusSetting(RESTARTED))).isEqualTo(templates(postgres));
        assertThat(templates(postgres)).doesNotContain("content-hash").doesNotContain("name: reload");
    }

    @Test
    void with_restart_every_change_of_a_file_of_the_server_restarts_the_pods() {
        Postgres postgres = orders(ConfigChanges.RESTART)
                .plusHbaRule(HbaRule.tcp("a", "b", "all").scram());

        assertThat(templates(postgres.plusSetting(RELOADED))).isNotEqualTo(templates(postgres));
        assertThat(templates(postgres.plusSetting(RESTARTED))).isNotEqualTo(templates(postgres));
        assertThat(templates(postgres.plusHbaRule(HbaRule.tcp("a", "c", "all").scram())))
                .isNotEqualTo(templates(postgres));
    }

    @Test
    void with_reload_only_what_the_server_reads_when_it_starts_restarts_the_pods() {
        Postgres postgres = orders(ConfigChanges.RELOAD)
                .plusHbaRule(HbaRule.tcp("a", "b", "all").scram());

        assertThat(templates(postgres.plusSetting(RELOADED))).isEqualTo(templates(postgres));
        assertThat(templates(postgres.plusHbaRule(HbaRule.tcp("a", "c", "all").scram())))
                .isEqualTo(templates(postgres));
        assertThat(templates(postgres.plusSetting(RESTARTED))).isNotEqualTo(templates(postgres));
        assertThat(templates(postgres.plusSetting(PostgresSetting.other("pg_stat_statements.max", "100"))))
                .as("a setting of an extension")
                .isNotEqualTo(templates(postgres));
        assertThat(templates(postgres.plusSetting(PostgresSetting.other("no_such_setting", "1"))))
                .as("an unknown setting")
                .isNotEqualTo(templates(postgres));
    }

    @Test
    void the_version_decides_what_can_be_reloaded() {
        PostgresSetting workers = PostgresSetting.other("autovacuum_max_workers", "5");
        Postgres seventeen = orders("postgres:17.5", ConfigChanges.RELOAD);
        Postgres eighteen = orders("postgres:18.1", ConfigChanges.RELOAD);

        assertThat(templates(seventeen.plusSetting(workers))).isNotEqualTo(templates(seventeen));
        assertThat(templates(eighteen.plusSetting(workers))).isEqualTo(templates(eighteen));
    }

    @Test
    void the_order_of_settings_restarts_nothing() {
        Postgres postgres = orders(ConfigChanges.RELOAD);
        List<PostgresSetting> settings = List.of(RESTARTED, PostgresSetting.maxConnections(50), OTHER);
        List<PostgresSetting> reversed = List.of(OTHER, PostgresSetting.maxConnections(50), RESTARTED);

        assertThat(templates(postgres.plusAllSettings(settings)))
                .isEqualTo(templates(postgres.plusAllSettings(reversed)));
    }

    @Test
    void a_script_that_only_the_first_start_runs_restarts_nothing_when_it_is_edited() {
        for (ConfigChanges changes : ConfigChanges.values()) {
            Postgres postgres = orders(changes);

            assertThat(templates(postgres.plusInitScript(InitScript.sql("schema", "SELECT 1;\n"))))
                    .isEqualTo(templates(postgres.plusInitScript(InitScript.sql("schema", "SELECT 2;\n"))));
        }
    }

    @Test
    void every_server_of_a_streaming_topology_reloads() {
        Postgres streaming = orders(ConfigChanges.RELOAD)
                .withTopology(PostgresTopology.streaming(
                        3, Password.key(Secret.existing("orders-credentials"), "replication")));

        assertThat(templates(streaming).split("name: reload\n", -1)).hasSize(3);
        assertThat(templates(streaming.plusSetting(RELOADED))).isEqualTo(templates(streaming));
    }

    @Test
    void a_version_whose_settings_are_not_known_cannot_be_reloaded() {
        assertThatThrownBy(() -> orders("postgres:12.20", ConfigChanges.RELOAD))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("PostgreSQL \"orders\": configChanges: Invalid value: \"RELOAD\": must be MANUAL or RESTART"
                        + " for PostgreSQL 12: which settings can be reloaded is known for versions 13 to 18");
        assertThat(orders("postgres:12.20", ConfigChanges.RESTART).configChanges())
                .isEqualTo(ConfigChanges.RESTART);
    }

    /** The StatefulSets as YAML: a change of them restarts the pods. */
    private static String templates(Postgres postgres) {
        return postgres.statefulSets().stream()
                .map(set -> new YamlWriter().toYaml(set.toModel(), set.comments()))
                .collect(Collectors.joining("---\n"));
    }
}
