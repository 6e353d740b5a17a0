package com.example.declared;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static dev.berth.workload.ClaimRetention.Policy.DELETE;
import static dev.berth.workload.ClaimRetention.Policy.RETAIN;
import static dev.berth.workload.PodAmount.percent;
import static dev.berth.workload.PodAmount.pods;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.network.HeadlessService;
import dev.berth.value.Port;
import dev.berth.workload.ClaimRetention;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;
import dev.berth.workload.DeploymentStrategy;
import dev.berth.workload.Pod;
import dev.berth.workload.PodManagementPolicy;
import dev.berth.workload.Resources;
import dev.berth.workload.StatefulSet;
import dev.berth.workload.UpdateStrategy;
import org.junit.jupiter.api.Test;

class WorkloadsTest {

    private final Port sql = Port.tcp("postgres", 5432);
    private final ClaimTemplate data = ClaimTemplate.named("data")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(1))
            .build();
    private final Container postgres =
            Container.named("postgres").image("postgres:17").addPort(sql).build();

    @Test
    void a_stateful_set_declares_the_order_the_updates_and_the_claim_retention_of_its_pods() {
        var set = StatefulSet.named("postgres")
                .service(HeadlessService.named("postgres-headless"))
                .replicas(3)
                .container(Container.named("postgres")
                        .image("postgres:17")
                        .addMount(data.at("/data"))
                        .build())
                .podManagementPolicy(PodManagementPolicy.PARALLEL)
                .updateStrategy(UpdateStrategy.rollingUpdate().partition(2))
                .claimRetention(ClaimRetention.whenDeleted(RETAIN).whenScaled(DELETE))
                .minReady(ofSeconds(10))
                .revisionHistoryLimit(5)
                .ordinalsStart(1)
                .terminationGracePeriod(ofMinutes(2))
                .build();
        assertThat(Yaml.of(set)).isEqualTo("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: postgres
                spec:
                  serviceName: postgres-headless
                  replicas: 3
                  minReadySeconds: 10
                  revisionHistoryLimit: 5
                  ordinals:
                    start: 1
                  podManagementPolicy: Parallel
                  updateStrategy:
                    type: RollingUpdate
                    rollingUpdate:
                      partition: 2
                  persistentVolumeClaimRetentionPolicy:
                    whenDeleted: Retain
                    whenScaled: Delete
                  selector:
                    matchLabels:
                      app: postgres
                  template:
                    metadata:
                      labels:
                        app: postgres
                    spec:
                      terminationGracePeriodSeconds: 120
                      containers:
                      - name: postgres
                        image: postgres:17
                        volumeMounts:
                        - name: data
                          mountPath: /data
                  volumeClaimTemplates:
                  - apiVersion: v1
                    kind: PersistentVolumeClaim
                    metadata:
                      name: data
                    spec:
                      accessModes:
                      - ReadWriteOnce
                      resources:
                        requests:
                          storage: 1Gi
                """);
    }

    @Test
    void a_deployment_declares_the_limits_of_its_rollout() {
        var deployment = Deployment.named("web")
                .replicas(2)
                .container(Container.named("web").image("nginx:1.29").build())
                .strategy(DeploymentStrategy.rollingUpdate().maxSurge(pods(1)).maxUnavailable(percent(0)))
                .minReady(ofSeconds(5))
                .progressDeadline(ofMinutes(5))
                .revisionHistoryLimit(3)
                .build();
        assertThat(Yaml.of(deployment)).isEqualTo("""
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                spec:
                  replicas: 2
                  minReadySeconds: 5
                  progressDeadlineSeconds: 300
                  revisionHistoryLimit: 3
                  strategy:
                    type: RollingUpdate
                    rollingUpdate:
                      maxSurge: 1
                      maxUnavailable: 0%
                  selector:
                    matchLabels:
                      app: web
                  template:
                    metadata:
                      labels:
                        app: web
                    spec:
                      containers:
                      - name: web
                        image: nginx:1.29
                """);
    }

    @Test
    void a_pod_has_its_labels_and_annotations_in_its_own_metadata() {
        var pod = Pod.named("once")
                .container(Container.named("once").image("busybox:1.37").build())
                .restartPolicy(Pod.RestartPolicy.NEVER)
                .putPodAnnotation("note", "a")
                .putAnnotation("team", "storage")
                .putPodLabel("tier", "data")
                .putLabel("stage", "test")
                .enableServiceLinks(false)
                .shareProcessNamespace(true)
                .customize(model ->
                        model.editMetadata().addToFinalizers("example.com/x").endMetadata())
                .build();
        assertThat(Yaml.of(pod)).isEqualTo("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: once
                  labels:
                    app: once
                    stage: test
                    tier: data
                  annotations:
                    note: a
                    team: storage
                  finalizers:
                  - example.com/x
                spec:
                  restartPolicy: Never
                  containers:
                  - name: once
                    image: busybox:1.37
                  enableServiceLinks: false
                  shareProcessNamespace: true
                """);
    }

    @Test
    void staging_and_production_are_two_values_of_one_declaration() {
        var production = StatefulSet.named("db")
                .service(HeadlessService.named("db"))
                .replicas(3)
                .container(postgres)
                .build();
        var staging = production
                .withReplicas(1)
                .withContainer(
                        postgres.withImage("postgres:18").withResources(Resources.requests(millicores(100), mebi(128))))
                .withClaimRetention(ClaimRetention.whenDeleted(DELETE).whenScaled(DELETE))
                .withUpdateStrategy(UpdateStrategy.onDelete());
        assertThat(staging.replicas()).isEqualTo(1);
        assertThat(staging.container().image()).isEqualTo("postgres:18");
        assertThat(staging.container().ports()).containsExactly(sql);
        assertThat(production.container().image()).isEqualTo("postgres:17");
        assertThat(production.claimRetention()).isEmpty();
    }
}
