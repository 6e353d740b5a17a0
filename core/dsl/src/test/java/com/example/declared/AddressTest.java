package com.example.declared;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.ConfigMap;
import dev.berth.config.EnvVar;
import dev.berth.manifest.Namespace;
import dev.berth.network.HeadlessService;
import dev.berth.network.Service;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.StatefulSet;
import org.junit.jupiter.api.Test;

/** The addresses of pods and Services, which nobody has to type. */
class AddressTest {

    private final Namespace demo = Namespace.named("demo").build();
    private final Port sql = Port.tcp("sql", 5432);
    private final ClaimTemplate data = ClaimTemplate.named("data")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(1))
            .build();
    private final StatefulSet set = StatefulSet.named("postgres")
            .service(HeadlessService.named("postgres-headless"))
            .replicas(3)
            .container(Container.named("postgres")
                    .image("postgres:17")
                    .addPort(sql)
                    .addMount(data.at("/data"))
                    .build())
            .build();
    private final Service service =
            Service.named("postgres").selecting(set).putPortNumber(sql, 15432).build();

    @Test
    void a_pod_has_an_address_within_its_namespace_and_for_every_namespace() {
        assertThat(set.address(0)).hasToString("postgres-0.postgres-headless");
        assertThat(set.address(0, sql)).hasToString("postgres-0.postgres-headless:5432");
        assertThat(set.address(2, sql).in(demo)).hasToString("postgres-2.postgres-headless.demo.svc:5432");
        assertThat(set.address(2).fullyQualified(demo))
                .hasToString("postgres-2.postgres-headless.demo.svc.cluster.local");
        assertThat(set.address(2).fullyQualified(demo, "k8s.example.com"))
                .hasToString("postgres-2.postgres-headless.demo.svc.k8s.example.com");
    }

    @Test
    void a_service_has_an_address_with_the_number_of_its_port() {
        assertThat(service.address()).hasToString("postgres");
        assertThat(service.address(sql).in(demo)).hasToString("postgres.demo.svc:15432");
    }

    @Test
    void the_addresses_of_all_pods_can_be_joined() {
        var peers = String.join(",", set.addresses(sql));

        assertThat(peers)
                .isEqualTo("postgres-0.postgres-headless:5432,postgres-1.postgres-headless:5432,"
                        + "postgres-2.postgres-headless:5432");
        assertThat(set.withOrdinalsStart(5).withReplicas(1).addresses())
                .singleElement()
                .hasToString("postgres-5.postgres-headless");
    }

    @Test
    void an_address_is_used_in_variables_arguments_and_files() {
        StatefulSet withPeers = set.withContainer(container -> container
                .plusEnv(EnvVar.of("PEERS", String.join(",", set.addresses(sql))))
                .plusEnv(EnvVar.of("PRIMARY", set.address(0, sql)))
                .plusArg("--join=" + set.address(0, sql)));
        ConfigMap config = ConfigMap.named("proxy")
                .putData("backends.conf", "server " + service.address(sql).in(demo) + "\n")
                .build();

        assertThat(Yaml.of(withPeers))
                .contains(
                        "        - --join=postgres-0.postgres-headless:5432\n",
                        "          value: postgres-0.postgres-headless:5432\n");
        assertThat(Yaml.of(config)).contains("    server postgres.demo.svc:15432\n");
    }

    @Test
    void a_pod_that_the_set_does_not_have_has_no_address() {
        assertThatThrownBy(() -> set.address(3))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("StatefulSet \"postgres\": address: Invalid value: 3: must be the ordinal of a pod of the"
                        + " StatefulSet: [postgres-0, postgres-1, postgres-2]");
    }

    @Test
    void a_port_that_is_not_open_has_no_address() {
        Port other = Port.tcp("other", 80);

        assertThatThrownBy(() -> set.addresses(other))
                .hasMessage("StatefulSet \"postgres\": address: Invalid value: \"other\": must be a port that a"
                        + " container opens");
        assertThatThrownBy(() -> service.address(other))
                .hasMessage("Service \"postgres\": address: Invalid value: \"other\": must be a port that the Service"
                        + " exposes");
    }
}
