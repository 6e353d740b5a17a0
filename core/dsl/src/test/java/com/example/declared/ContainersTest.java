package com.example.declared;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.cores;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static dev.berth.workload.HttpGetAction.UriScheme.HTTPS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.config.EnvVar;
import dev.berth.config.FieldRef;
import dev.berth.network.HeadlessService;
import dev.berth.value.Port;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.HttpGetAction;
import dev.berth.workload.InitContainer;
import dev.berth.workload.LifecycleHandler;
import dev.berth.workload.Pod;
import dev.berth.workload.Probe;
import dev.berth.workload.PullPolicy;
import dev.berth.workload.Resources;
import dev.berth.workload.Sidecar;
import dev.berth.workload.StatefulSet;
import org.junit.jupiter.api.Test;

class ContainersTest {

    private final Port sql = Port.tcp("postgres", 5432);
    private final Port metrics = Port.tcp("metrics", 9187);
    private final ClaimTemplate data = ClaimTemplate.named("data")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(1))
            .build();
    private final Container postgres =
            Container.named("postgres").image("postgres:17").addPort(sql).build();

    @Test
    void a_container_declares_everything_that_it_needs() {
        var container = Container.named("postgres")
                .image("postgres:17")
                .imagePullPolicy(PullPolicy.IF_NOT_PRESENT)
                .addCommand("docker-entrypoint.sh")
                .addArgs("-c", "config_file=/etc/postgresql/postgresql.conf")
                .workingDir("/tmp")
                .addPort(sql)
                .addPort(Port.udp("gossip", 7946))
                .addEnv(EnvVar.of("POD", FieldRef.NAME))
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
    void a_probe_runs_a_command_or_uses_http_tcp_or_grpc() {
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
                        .readinessProbe(Probe.httpGet(HttpGetAction.of(http, "/ready")
                                        .scheme(HTTPS)
                                        .httpHeader("X-Probe", "yes"))
                                .initialDelay(ofSeconds(1))
                                .successThreshold(2)
                                .build())
                        .build())
                .addContainer(Container.named("d")
                        .image("d:1")
                        .addPort(sql)
                        .livenessProbe(Probe.tcpSocket(sql).build())
                        .postStart(LifecycleHandler.exec("touch", "/started"))
                        .preStop(LifecycleHandler.sleep(ofSeconds(5)))
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
                        .readinessProbe(Probe.httpGet(metrics, "/metrics").build())
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
}
