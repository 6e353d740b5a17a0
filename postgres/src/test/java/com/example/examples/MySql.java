package com.example.examples;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static dev.berth.workload.CronJob.ConcurrencyPolicy.FORBID;
import static dev.berth.workload.JobFields.RestartPolicy.NEVER;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.berth.config.ConfigMap;
import dev.berth.config.EnvVar;
import dev.berth.config.Secret;
import dev.berth.config.SecretSource;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;
import dev.berth.monitoring.AlertingRule;
import dev.berth.monitoring.MetricsEndpoint;
import dev.berth.monitoring.PrometheusRule;
import dev.berth.monitoring.RuleGroup;
import dev.berth.monitoring.ServiceMonitor;
import dev.berth.network.HeadlessService;
import dev.berth.network.Service;
import dev.berth.value.Port;
import dev.berth.volumes.PersistentVolumeClaim;
import dev.berth.volumes.pod.ClaimVolume;
import dev.berth.volumes.pod.ConfigMapVolume;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.CronJob;
import dev.berth.workload.PodSecurityContext;
import dev.berth.workload.Probe;
import dev.berth.workload.Resources;
import dev.berth.workload.Schedule;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.StatefulSet;
import java.time.ZoneId;

/** MySQL with an exporter, its monitor and an alert, and a dump every night. */
public final class MySql implements ManifestSource {

    private static final String IMAGE = "mysql:8.4.6";
    private static final Port SQL = Port.tcp("mysql", 3306);
    private static final Port METRICS = Port.tcp("metrics", 9104);

    private final Namespace shop = Namespace.named("shop").build();
    private final SecretSource passwords = Secret.existing("mysql-passwords");
    private final ConfigMap init =
            ConfigMap.named("mysql-init").putData("exporter.sh", """
                    mysql -uroot -p"$MYSQL_ROOT_PASSWORD" <<EOF
                    CREATE USER 'exporter'@'127.0.0.1' IDENTIFIED BY '$EXPORTER_PASSWORD' WITH MAX_USER_CONNECTIONS 3;
                    GRANT PROCESS, REPLICATION CLIENT, SELECT ON *.* TO 'exporter'@'127.0.0.1';
                    EOF
                    """).build();
    private final ClaimTemplate data = ClaimTemplate.named("data")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(20))
            .build();
    private final Container mysql = Container.named("mysql")
            .image(IMAGE)
            .addPort(SQL)
            .addEnv(
                    EnvVar.of("MYSQL_DATABASE", "shop"),
                    passwords.env("MYSQL_ROOT_PASSWORD", "root"),
                    passwords.env("EXPORTER_PASSWORD", "exporter"))
            .addMounts(
                    data.at("/var/lib/mysql").subPath("mysql"),
                    ConfigMapVolume.named("init").configMap(init).build().at("/docker-entrypoint-initdb.d"))
            .resources(Resources.requests(millicores(500), gibi(2)).memoryLimit(gibi(2)))
            .startupProbe(Probe.tcpSocket(SQL).failureThreshold(90).build())
            .readinessProbe(Probe.exec("sh", "-c", "mysqladmin ping -h 127.0.0.1 -uroot -p\"$MYSQL_ROOT_PASSWORD\"")
                    .timeout(ofSeconds(5))
                    .build())
            .securityContext(SecurityContext.restricted().build())
            .build();
    private final Container exporter = Container.named("exporter")
            .image("prom/mysqld-exporter:v0.18.0")
            .addArgs("--mysqld.address=127.0.0.1:3306", "--mysqld.username=exporter")
            .addPort(METRICS)
            .addEnv(passwords.env("MYSQLD_EXPORTER_PASSWORD", "exporter"))
            .resources(Resources.requests(millicores(20), mebi(64)).memoryLimit(mebi(64)))
            .securityContext(SecurityContext.restricted().build())
            .build();
    private final StatefulSet set = StatefulSet.named("mysql")
            .service(HeadlessService.named("mysql-headless"))
            .replicas(1)
            .container(mysql)
            .addContainer(exporter)
            .securityContext(PodSecurityContext.restricted()
                    .runAsUser(999)
                    .fsGroup(999)
                    .fsGroupChangePolicy(PodSecurityContext.FsGroupChangePolicy.ON_ROOT_MISMATCH)
                    .build())
            .terminationGracePeriod(ofMinutes(2))
            .enableServiceLinks(false)
            .build();
    private final Service service =
            Service.named("mysql").selecting(set).putLabel("app", "mysql").build();
    private final ServiceMonitor monitor = ServiceMonitor.named("mysql")
            .selecting(service)
            .endpoint(MetricsEndpoint.of(METRICS).interval(ofSeconds(30)).build())
            .putLabel("release", "prometheus")
            .build();
    private final PrometheusRule alerts = PrometheusRule.named("mysql")
            .group(RuleGroup.named("mysql")
                    .rule(AlertingRule.named("MySqlDown")
                            .expr("mysql_up == 0")
                            .forDuration(ofMinutes(5))
                            .putLabel("severity", "critical")
                            .build())
                    .build())
            .putLabel("release", "prometheus")
            .build();
    private final PersistentVolumeClaim dumps = PersistentVolumeClaim.named("mysql-dumps")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(50))
            .build();
    private final CronJob dump = CronJob.named("mysql-dump")
            .schedule(Schedule.daily(3, 0))
            .restartPolicy(NEVER)
            .container(Container.named("dump")
                    .image(IMAGE)
                    .addCommand(
                            "sh",
                            "-c",
                            "mysqldump --host=\"$HOST\" --user=root --password=\"$PASSWORD\" --single-transaction"
                                    + " --all-databases --result-file=\"/dumps/$(date +%F).sql\"")
                    .addEnv(EnvVar.of("HOST", service.address()), passwords.env("PASSWORD", "root"))
                    .addMount(ClaimVolume.of(dumps).at("/dumps"))
                    .resources(Resources.requests(millicores(100), mebi(256)).memoryLimit(mebi(256)))
                    .securityContext(SecurityContext.restricted().build())
                    .build())
            .timeZone(ZoneId.of("Europe/Berlin"))
            .concurrencyPolicy(FORBID)
            .securityContext(
                    PodSecurityContext.restricted().runAsUser(999).fsGroup(999).build())
            .build();

    @Override
    public ManifestSet manifests() {
        return ManifestSet.of(ManifestFile.of(
                        "mysql.yaml", shop, init, set.headlessService(), set, service, monitor, alerts, dumps, dump)
                .in(shop));
    }
}
