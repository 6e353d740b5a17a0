package com.example.declared;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static dev.berth.workload.ClaimRetention.Policy.DELETE;
import static dev.berth.workload.ClaimRetention.Policy.RETAIN;
import static dev.berth.workload.Probe.exec;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.berth.config.ConfigMap;
import dev.berth.config.Secret;
import dev.berth.manifest.Manifest;
import dev.berth.network.HeadlessService;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import dev.berth.workload.ClaimRetention;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.Resources;
import dev.berth.workload.StatefulSet;
import org.junit.jupiter.api.Test;

class StatefulSetTest {

    private final ConfigMap config = ConfigMap.named("postgres-config")
            .putData("POSTGRES_DB", "mydatabase")
            .build();
    private final Secret password = Secret.named("postgres-secret")
            .putDemoValue("POSTGRES_PASSWORD", "example")
            .build();
    private final ClaimTemplate data = ClaimTemplate.named("postgres-data")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(1))
            .build();
    private final Container postgres = Container.named("postgres")
            .image("postgres:17")
            .addPort(Port.tcp("postgres", 5432))
            .addEnv(config.env("POSTGRES_DB"), password.env("POSTGRES_PASSWORD"))
            .addMount(data.at("/var/lib/postgresql/data"))
            .resources(Resources.requests(millicores(250), mebi(256)).limits(millicores(500), mebi(512)))
            .livenessProbe(exec("pg_isready", "-U", "myuser")
                    .initialDelay(ofSeconds(30))
                    .period(ofSeconds(10))
                    .build())
            .build();
    private final StatefulSet set = StatefulSet.named("postgres")
            .service(HeadlessService.named("postgres-headless"))
            .replicas(3)
            .container(postgres)
            .claimRetention(ClaimRetention.whenDeleted(RETAIN).whenScaled(DELETE))
            .build();

    @Test
    void volumes_claims_selectors_and_ports_are_derived_from_the_containers() throws Exception {
        assertThat(yaml(set)).isEqualTo("""
                ---
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: postgres
                spec:
                  persistentVolumeClaimRetentionPolicy:
                    whenDeleted: Retain
                    whenScaled: Delete
                  replicas: 3
                  selector:
                    matchLabels:
                      app: postgres
                  serviceName: postgres-headless
                  template:
                    metadata:
                      labels:
                        app: postgres
                    spec:
                      containers:
                      - env:
                        - name: POSTGRES_DB
                          valueFrom:
                            configMapKeyRef:
                              key: POSTGRES_DB
                              name: postgres-config
                        - name: POSTGRES_PASSWORD
                          valueFrom:
                            secretKeyRef:
                              key: POSTGRES_PASSWORD
                              name: postgres-secret
                        image: postgres:17
                        livenessProbe:
                          exec:
                            command:
                            - pg_isready
                            - -U
                            - myuser
                          initialDelaySeconds: 30
                          periodSeconds: 10
                        name: postgres
                        ports:
                        - containerPort: 5432
                          name: postgres
                        resources:
                          limits:
                            cpu: 500m
                            memory: 512Mi
                          requests:
                            cpu: 250m
                            memory: 256Mi
                        volumeMounts:
                        - mountPath: /var/lib/postgresql/data
                          name: postgres-data
                  volumeClaimTemplates:
                  - apiVersion: v1
                    kind: PersistentVolumeClaim
                    metadata:
                      name: postgres-data
                    spec:
                      accessModes:
                      - ReadWriteOnce
                      resources:
                        requests:
                          storage: 1Gi
                """);
    }

    @Test
    void the_headless_service_has_the_selector_and_the_ports_of_the_pods() throws Exception {
        assertThat(yaml(set.headlessService())).isEqualTo("""
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: postgres-headless
                spec:
                  clusterIP: None
                  ports:
                  - name: postgres
                    port: 5432
                    targetPort: postgres
                  selector:
                    app: postgres
                """);
    }

    @Test
    void a_key_that_the_config_map_does_not_have_is_refused_with_the_keys_that_it_has() {
        assertThatThrownBy(() -> password.env("POSTGRES_PASWORD"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("Secret \"postgres-secret\" has no key \"POSTGRES_PASWORD\". Keys: POSTGRES_PASSWORD."
                        + " Did you mean \"POSTGRES_PASSWORD\"?");
    }

    @Test
    void an_object_knows_the_line_that_declared_it() {
        assertThat(set.declaration().location())
                .startsWith("com.example.declared.StatefulSetTest.<init>(StatefulSetTest.java:");
    }

    @Test
    void to_string_of_a_secret_contains_no_value() {
        assertThat(password.toString()).doesNotContain("example").contains("postgres-secret");
    }

    private static String yaml(Manifest manifest) throws Exception {
        return new YAMLMapper(YAMLFactory.builder()
                        .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                        .disable(YAMLGenerator.Feature.SPLIT_LINES)
                        .build())
                .writeValueAsString(manifest.toModel());
    }
}
