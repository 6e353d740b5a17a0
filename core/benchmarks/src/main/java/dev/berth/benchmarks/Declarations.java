package dev.berth.benchmarks;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static dev.berth.workload.Probe.exec;
import static java.time.Duration.ofSeconds;

import dev.berth.config.ConfigMap;
import dev.berth.config.EnvVar;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.network.HeadlessService;
import dev.berth.network.Service;
import dev.berth.value.Port;
import dev.berth.volumes.PersistentVolumeClaim;
import dev.berth.volumes.pod.ConfigMapVolume;
import dev.berth.workload.ClaimRetention;
import dev.berth.workload.ClaimRetention.Policy;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.Resources;
import dev.berth.workload.StatefulSet;
import java.util.stream.IntStream;

/** Many databases, each with a ConfigMap, two Services and a claim for its backups. */
final class Declarations {

    static final int OBJECTS_PER_SET = 5;

    private static final Namespace NAMESPACE = Namespace.named("many").build();

    private Declarations() {}

    static ManifestSet of(int sets) {
        return ManifestSet.of(
                IntStream.range(0, sets).mapToObj(Declarations::database).toList());
    }

    private static ManifestFile database(int index) {
        String name = "postgres-" + index;
        ConfigMap config = ConfigMap.named(name)
                .putData("POSTGRES_DB", "mydatabase")
                .putData("postgresql.conf", "shared_buffers = 128MB\nmax_connections = " + (100 + index) + "\n")
                .build();
        ClaimTemplate data = ClaimTemplate.named("data")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(1))
                .build();
        Container postgres = Container.named("postgres")
                .image("postgres:17")
                .addArgs("-c", "config_file=/etc/postgresql/postgresql.conf")
                .addPort(Port.tcp("postgres", 5432))
                .addEnv(config.env("POSTGRES_DB"))
                .addEnv(EnvVar.of("PGDATA", "/var/lib/postgresql/data/pgdata"))
                .addMount(data.at("/var/lib/postgresql/data"))
                .addMount(ConfigMapVolume.named("config")
                        .configMap(config)
                        .build()
                        .at("/etc/postgresql"))
                .resources(Resources.requests(millicores(250), mebi(256)).limits(millicores(500), mebi(512)))
                .livenessProbe(exec("pg_isready", "-U", "myuser")
                        .initialDelay(ofSeconds(30))
                        .period(ofSeconds(10))
                        .build())
                .build();
        StatefulSet set = StatefulSet.named(name)
                .service(HeadlessService.named(name + "-headless"))
                .replicas(3)
                .container(postgres)
                .claimRetention(ClaimRetention.whenDeleted(Policy.RETAIN).whenScaled(Policy.DELETE))
                .build();
        PersistentVolumeClaim backup = PersistentVolumeClaim.named(name + "-backup")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(10))
                .build();
        return ManifestFile.of(
                        "manifests/" + index % 100 + "/" + name + ".yaml",
                        config,
                        set.headlessService(),
                        Service.named(name).selecting(set).build(),
                        set,
                        backup)
                .in(NAMESPACE);
    }
}
