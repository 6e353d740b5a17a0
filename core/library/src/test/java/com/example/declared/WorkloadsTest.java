package com.example.declared;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.cores;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static dev.berth.workload.ClaimRetention.Policy.DELETE;
import static dev.berth.workload.ClaimRetention.Policy.RETAIN;
import static dev.berth.workload.PodAmount.percent;
import static dev.berth.workload.PodAmount.pods;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.EnvVar;
import dev.berth.config.PodField;
import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import dev.berth.workload.ClaimRetention;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.Deployment;
import dev.berth.workload.DeploymentStrategy;
import dev.berth.workload.HeadlessService;
import dev.berth.workload.Hook;
import dev.berth.workload.HttpGet;
import dev.berth.workload.InitContainer;
import dev.berth.workload.Mount;
import dev.berth.workload.MountPropagation;
import dev.berth.workload.Pod;
import dev.berth.workload.PodManagementPolicy;
import dev.berth.workload.Probe;
import dev.berth.workload.PullPolicy;
import dev.berth.workload.Resources;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.Sidecar;
import dev.berth.workload.StatefulSet;
import dev.berth.workload.UpdateStrategy;
import dev.berth.workload.VolumeMode;
import org.junit.jupiter.api.Test;

class WorkloadsTest {

    private final Port sql = Port.tcp("postgres", 5432);
    private final Port metrics = Port.tcp("metrics", 9187);
    private final ClaimTemplate data = ClaimTemplate.named("data")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(1))
            .build();
    private final Container postgres =
            Container.named("postgres").image("postgres:17").addPort(sql).build();

    @Test
    void a_stateful_set_says_how_its_pods_are_ordered_updated_and_what_becomes_of_their_claims() {
        var set = StatefulSet.named("postgres")
                .service(HeadlessService.named("postgres-headless"))
                .replicas(3)
                .container(Container.named("postgres")
                        .image("postgres:17")
                        .addMount(data.at("/data"))
                        .build())
                .podManagementPolicy(PodManagementPolicy.PARALLEL)
                .updateStrategy(UpdateStrategy.rolling().partition(2))
                .claimRetention(ClaimRetention.whenDeleted(RETAIN).whenScaled(DELETE))
                .minReady(ofSeconds(10))
                .revisionHistoryLimit(5)
                .firstOrdinal(1)
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
    void a_deployment_says_how_many_pods_may_be_too_many_or_too_few() {
        var deployment = Deployment.named("web")
                .replicas(2)
                .container(Container.named("web").image("nginx:1.29").build())
                .strategy(DeploymentStrategy.rolling().maxSurge(pods(1)).maxUnavailable(percent(0)))
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
    void a_pod_carries_its_labels_and_annotations_itself() {
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
    void a_container_says_all_that_it_needs() {
        var container = Container.named("postgres")
                .image("postgres:17")
                .imagePullPolicy(PullPolicy.IF_NOT_PRESENT)
                .addCommand("docker-entrypoint.sh")
                .addArgs("-c", "config_file=/etc/postgresql/postgresql.conf")
                .workingDir("/tmp")
                .addPort(sql)
                .addPort(Port.udp("gossip", 7946))
                .addEnv(EnvVar.of("POD", PodField.NAME))
                .addMount(data.at("/data").subPath("pg"))
                .resources(Resources.requests(millicores(250), mebi(256))
                        .limits(cores(1), mebi(512))
                        .ephemeralStorage(gibi(1), gibi(2))
                        .extended("nvidia.com/gpu", 1))
                .build();
        var set = StatefulSet.named("postgres")
                .service(HeadlessService.named("postgres"))
                .replicas(1)
                .container(container)
                .build();
        assertThat(Yaml.of(set)).isEqualTo("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: postgres
                spec:
                  serviceName: postgres
                  replicas: 1
                  selector:
                    matchLabels:
                      app: postgres
                  template:
                    metadata:
                      labels:
                        app: postgres
                    spec:
                      containers:
                      - name: postgres
                        image: postgres:17
                        imagePullPolicy: IfNotPresent
                        command:
                        - docker-entrypoint.sh
                        args:
                        - -c
                        - config_file=/etc/postgresql/postgresql.conf
                        workingDir: /tmp
                        ports:
                        - name: postgres
                          containerPort: 5432
                        - name: gossip
                          containerPort: 7946
                          protocol: UDP
                        env:
                        - name: POD
                          valueFrom:
                            fieldRef:
                              fieldPath: metadata.name
                        resources:
                          requests:
                            cpu: 250m
                            ephemeral-storage: 1Gi
                            memory: 256Mi
                            nvidia.com/gpu: "1"
                          limits:
                            cpu: "1"
                            ephemeral-storage: 2Gi
                            memory: 512Mi
                            nvidia.com/gpu: "1"
                        volumeMounts:
                        - name: data
                          mountPath: /data
                          subPath: pg
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
    void a_container_is_asked_by_a_command_over_http_over_tcp_or_over_grpc() {
        var http = Port.tcp("http", 8080);
        var grpc = Port.tcp("grpc", 9090);
        var pod = Pod.named("p")
                .container(Container.named("c")
                        .image("c:1")
                        .addPorts(http, grpc)
                        .startupProbe(Probe.exec("test", "-f", "/ready")
                                .failureThreshold(30)
                                .period(ofSeconds(2))
                                .build())
                        .livenessProbe(Probe.grpc(grpc, "db")
                                .timeout(ofSeconds(5))
                                .terminationGracePeriod(ofSeconds(60))
                                .build())
                        .readinessProbe(
                                Probe.http(HttpGet.of(http, "/ready").https().header("X-Probe", "yes"))
                                        .initialDelay(ofSeconds(1))
                                        .successThreshold(2)
                                        .build())
                        .build())
                .addFurtherContainer(Container.named("d")
                        .image("d:1")
                        .addPort(sql)
                        .livenessProbe(Probe.tcp(sql).build())
                        .postStart(Hook.exec("touch", "/started"))
                        .preStop(Hook.sleep(ofSeconds(5)))
                        .build())
                .build();
        assertThat(Yaml.of(pod)).isEqualTo("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: p
                  labels:
                    app: p
                spec:
                  containers:
                  - name: c
                    image: c:1
                    ports:
                    - name: http
                      containerPort: 8080
                    - name: grpc
                      containerPort: 9090
                    startupProbe:
                      exec:
                        command:
                        - test
                        - -f
                        - /ready
                      periodSeconds: 2
                      failureThreshold: 30
                    livenessProbe:
                      grpc:
                        port: 9090
                        service: db
                      timeoutSeconds: 5
                      terminationGracePeriodSeconds: 60
                    readinessProbe:
                      httpGet:
                        scheme: HTTPS
                        path: /ready
                        port: http
                        httpHeaders:
                        - name: X-Probe
                          value: "yes"
                      initialDelaySeconds: 1
                      successThreshold: 2
                  - name: d
                    image: d:1
                    ports:
                    - name: postgres
                      containerPort: 5432
                    livenessProbe:
                      tcpSocket:
                        port: postgres
                    lifecycle:
                      postStart:
                        exec:
                          command:
                          - touch
                          - /started
                      preStop:
                        sleep:
                          seconds: 5
                """);
    }

    @Test
    void init_containers_run_before_and_sidecars_beside_the_containers() {
        var pod = Pod.named("p")
                .container(postgres)
                .addInitContainer(InitContainer.named("permissions")
                        .image("busybox:1.37")
                        .addCommand("chown", "-R", "999:999", "/data")
                        .build())
                .addInitContainer(Sidecar.named("exporter")
                        .image("exporter:1")
                        .addPort(metrics)
                        .readinessProbe(Probe.http(metrics, "/metrics").build())
                        .build())
                .build();
        assertThat(pod.ports()).containsExactly(sql, metrics);
        assertThat(Yaml.of(pod)).isEqualTo("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: p
                  labels:
                    app: p
                spec:
                  initContainers:
                  - name: permissions
                    image: busybox:1.37
                    command:
                    - chown
                    - -R
                    - "999:999"
                    - /data
                  - name: exporter
                    image: exporter:1
                    restartPolicy: Always
                    ports:
                    - name: metrics
                      containerPort: 9187
                    readinessProbe:
                      httpGet:
                        path: /metrics
                        port: metrics
                  containers:
                  - name: postgres
                    image: postgres:17
                    ports:
                    - name: postgres
                      containerPort: 5432
                """);
    }

    @Test
    void a_claim_as_a_block_device_is_given_by_its_path() {
        var raw = ClaimTemplate.named("raw")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(1))
                .volumeMode(VolumeMode.BLOCK)
                .build();
        assertThat(Container.named("c")
                        .image("c:1")
                        .putDevice("/dev/xvda", raw)
                        .build()
                        .devices())
                .containsOnlyKeys("/dev/xvda");
        assertRefused(
                () -> Container.named("c").image("c:1").addMount(raw.at("/raw")).build(),
                "Container \"c\": mount: Invalid value: \"/raw\": needs a claim of volume mode Filesystem: give \"raw\" as a"
                        + " device");
        assertRefused(
                () -> Container.named("c")
                        .image("c:1")
                        .putDevice("/dev/xvda", data)
                        .build(),
                "Container \"c\": device: Invalid value: \"/dev/xvda\": needs a claim of volume mode Block: mount"
                        + " \"data\"");
    }

    @Test
    void names_of_workloads_are_those_of_which_pods_can_be_made() {
        assertThat(StatefulSet.named("s".repeat(52))).isNotNull();
        assertRefused(
                () -> StatefulSet.named("s".repeat(53)),
                "StatefulSet: metadata.name: Invalid value: \"" + "s".repeat(53)
                        + "\": must have at most 52 characters, but has 53");
        assertRefused(
                () -> StatefulSet.named("my.db"),
                "StatefulSet: metadata.name: Invalid value: \"my.db\": must be lower case letters, digits or '-', and start"
                        + " and end with a letter or digit");
        assertRefused(
                () -> Deployment.named("My_App"),
                "Deployment: metadata.name: Invalid value: \"My_App\": must be lower case letters, digits, '-' or '.', and"
                        + " start and end with a letter or digit");
        assertRefused(
                () -> Container.named("a.b"),
                "Container: name: Invalid value: \"a.b\": must be lower case letters, digits or '-', and start and end with"
                        + " a letter or digit");
    }

    @Test
    void numbers_of_a_stateful_set_are_those_that_kubernetes_takes() {
        var set = StatefulSet.named("db")
                .service(HeadlessService.named("db"))
                .replicas(1)
                .container(postgres);
        assertRefused(
                () -> StatefulSet.named("db")
                        .service(HeadlessService.named("db"))
                        .replicas(-1)
                        .container(postgres)
                        .build(),
                "StatefulSet \"db\": spec.replicas: Invalid value: -1: must be at least 0");
        assertRefused(
                () -> set.revisionHistoryLimit(-1).build(),
                "StatefulSet \"db\": spec.revisionHistoryLimit: Invalid value: -1: must be at least 0");
        assertRefused(
                () -> UpdateStrategy.rolling().partition(-1),
                "UpdateStrategy partition: Invalid value: -1: must be at least 0");
        assertRefused(
                () -> UpdateStrategy.rolling().maxUnavailable(percent(0)),
                "UpdateStrategy maxUnavailable: Invalid value: \"0%\": must be above zero");
    }

    @Test
    void ordinals_and_times_are_not_negative_and_whole() {
        assertRefused(
                () -> StatefulSet.named("db")
                        .service(HeadlessService.named("db"))
                        .replicas(1)
                        .container(postgres)
                        .firstOrdinal(-1)
                        .build(),
                "StatefulSet \"db\": spec.ordinals.start: Invalid value: -1: must be at least 0");
        assertRefused(
                () -> StatefulSet.named("db")
                        .service(HeadlessService.named("db"))
                        .replicas(1)
                        .container(postgres)
                        .minReady(ofMillis(500))
                        .build(),
                "StatefulSet \"db\": spec.minReadySeconds: Invalid value: \"PT0.5S\": must be a whole number of seconds,"
                        + " below 2^31");
        assertRefused(
                () -> Pod.named("p")
                        .container(postgres)
                        .terminationGracePeriod(ofSeconds(-1))
                        .build(),
                "Pod \"p\": terminationGracePeriod: Invalid value: \"PT-1S\": must be at least 0 s");
    }

    @Test
    void a_deployment_that_could_not_move_is_refused() {
        assertRefused(
                () -> DeploymentStrategy.rolling().maxSurge(pods(0)).maxUnavailable(percent(0)),
                "DeploymentStrategy maxUnavailable: Invalid value: \"0%\": must be above zero where maxSurge is zero");
        assertRefused(
                () -> Deployment.named("d")
                        .replicas(1)
                        .container(postgres)
                        .minReady(ofMinutes(10))
                        .build(),
                "Deployment \"d\": spec.minReadySeconds: Invalid value: 600: must be less than the progressDeadline of 600"
                        + " s");
    }

    @Test
    void only_a_stateful_set_can_mount_a_claim_template() {
        assertRefused(
                () -> Deployment.named("d")
                        .replicas(1)
                        .container(Container.named("c")
                                .image("c:1")
                                .addMount(data.at("/data"))
                                .build())
                        .build(),
                "Deployment \"d\" mounts the claim template \"data\", which only a StatefulSet can: mount a"
                        + " PersistentVolumeClaim instead");
    }

    @Test
    void containers_and_ports_are_unique_in_their_pod() {
        assertRefused(
                () -> Pod.named("p")
                        .container(postgres)
                        .addFurtherContainer(postgres)
                        .build(),
                "Pod \"p\": container name: Invalid value: \"postgres\": must be unique in its pod");
        assertRefused(
                () -> Pod.named("p")
                        .container(postgres)
                        .addFurtherContainer(Container.named("other")
                                .image("o:1")
                                .addPort(Port.tcp("postgres", 5433))
                                .build())
                        .build(),
                "Pod \"p\": port name: Invalid value: \"postgres\": must be unique in its pod");
        assertRefused(
                () -> Pod.named("p")
                        .container(postgres)
                        .addFurtherContainer(Container.named("other")
                                .image("o:1")
                                .addPort(Port.tcp("sql", 5432))
                                .build())
                        .build(),
                "Pod \"p\": port number: Invalid value: \"5432/TCP\": must be unique in its pod");
    }

    @Test
    void labels_of_pods_keep_what_the_selector_needs() {
        assertRefused(
                () -> Pod.named("p").container(postgres).putPodLabel("app", "q").build(),
                "Pod \"p\": podLabels[app]: Invalid value: \"q\": must be \"p\", for by that label the pods are found");
        assertRefused(
                () -> Pod.named("p")
                        .container(postgres)
                        .putNodeSelector("disk", "a b")
                        .build(),
                "Pod \"p\": nodeSelector[disk]: Invalid value: \"a b\": must be empty, or letters, digits, '-', '_' or '.',"
                        + " and start and end with a letter or digit");
    }

    @Test
    void what_a_container_is_asked_is_a_port_of_its_own() {
        assertRefused(
                () -> Container.named("c")
                        .image("c:1")
                        .livenessProbe(Probe.tcp(sql).build())
                        .build(),
                "Container \"c\": probe: Invalid value: \"postgres\": must be a port of the container: add it with"
                        + " addPort");
        assertRefused(
                () -> Container.named("c")
                        .image("c:1")
                        .preStop(Hook.http(sql, "/stop"))
                        .build(),
                "Container \"c\": hook: Invalid value: \"postgres\": must be a port of the container: add it with addPort");
        assertRefused(() -> Probe.tcp(Port.udp("dns", 53)), "tcp port \"dns\": Invalid value: \"UDP\": must be TCP");
        assertRefused(() -> Probe.http(sql, "ready"), "HttpGet path: Invalid value: \"ready\": must start with '/'");
        assertRefused(
                () -> HttpGet.of(sql, "/").header("X Y", ""),
                "HttpGet header: Invalid value: \"X Y\": must be letters, digits or '-'");
        assertRefused(() -> Probe.exec(), "exec: command: Required value: name the program to run");
    }

    @Test
    void only_readiness_may_need_more_than_one_success() {
        assertRefused(
                () -> Container.named("c")
                        .image("c:1")
                        .livenessProbe(Probe.exec("true").successThreshold(2).build())
                        .build(),
                "Container \"c\": livenessProbe: successThreshold: Invalid value: 2: must be 1");
        assertRefused(
                () -> Probe.exec("true").period(ofSeconds(0)).build(),
                "Probe period: Invalid value: \"PT0S\": must be at least 1 s");
        assertRefused(
                () -> Probe.exec("true").failureThreshold(0).build(),
                "Probe failureThreshold: Invalid value: 0: must be at least 1");
        assertRefused(() -> Hook.sleep(ofSeconds(0)), "Hook sleep: Invalid value: \"PT0S\": must be at least 1 s");
    }

    @Test
    void an_image_has_no_space_around_it() {
        assertRefused(
                () -> Container.named("c").image("nginx ").build(),
                "Container \"c\": image: Invalid value: \"nginx \": must be a name without space around it");
        assertRefused(
                () -> InitContainer.named("i").image("").build(),
                "InitContainer \"i\": image: Invalid value: \"\": must be a name without space around it");
    }

    @Test
    void a_mount_stays_in_its_volume_and_propagates_both_ways_only_with_privileges() {
        assertRefused(
                () -> data.at("/data").subPath("../x"),
                "Mount subPath: Invalid value: \"../x\": must be relative and without '..'");
        Mount both = data.at("/data").propagation(MountPropagation.BIDIRECTIONAL);
        assertRefused(
                () -> Container.named("c").image("c:1").addMount(both).build(),
                "Container \"c\": mount: Invalid value: \"/data\": must not propagate both ways in a container without"
                        + " privileges");
        assertThat(Container.named("c")
                        .image("c:1")
                        .addMount(both)
                        .securityContext(
                                SecurityContext.unrestricted().privileged(true).build())
                        .build()
                        .mounts())
                .containsExactly(both);
    }

    @Test
    void requests_are_within_limits_and_extended_resources_have_a_domain() {
        assertRefused(
                () -> Resources.requests(cores(2), mebi(1)).limits(cores(1), mebi(1)),
                "Resources requests.cpu: Invalid value: \"2\": must not be above the limit of 1");
        assertRefused(
                () -> Resources.requests(cores(1), gibi(2)).memoryLimit(gibi(1)),
                "Resources requests.memory: Invalid value: \"2Gi\": must not be above the limit of 1Gi");
        assertRefused(
                () -> Resources.requests(cores(1), gibi(1)).ephemeralStorage(gibi(2), gibi(1)),
                "Resources requests.ephemeral-storage: Invalid value: \"2Gi\": must not be above the limit of 1Gi");
        assertRefused(
                () -> Resources.requests(cores(1), gibi(1)).extended("gpu", 1),
                "Resources: Invalid value: \"gpu\": must have a domain, such as nvidia.com/gpu");
        assertRefused(
                () -> Resources.requests(cores(1), gibi(1)).extended("nvidia.com/gpu", 0),
                "Resources \"nvidia.com/gpu\": Invalid value: 0: must be at least 1");
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

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
