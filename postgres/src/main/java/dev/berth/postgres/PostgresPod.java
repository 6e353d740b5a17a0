package dev.berth.postgres;

import static java.time.Duration.ofMinutes;

import dev.berth.config.ConfigMap;
import dev.berth.config.EnvVar;
import dev.berth.network.HeadlessService;
import dev.berth.recipe.ConfigChanges;
import dev.berth.recipe.Metrics;
import dev.berth.recipe.Safeguard;
import dev.berth.recipe.ServerProbes;
import dev.berth.recipe.Tls;
import dev.berth.value.Bytes;
import dev.berth.volumes.pod.ConfigMapVolume;
import dev.berth.volumes.pod.EmptyDir;
import dev.berth.volumes.pod.KeyToPath;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.InitContainer;
import dev.berth.workload.LifecycleHandler;
import dev.berth.workload.Mount;
import dev.berth.workload.Probe;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.StatefulSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pod of a PostgreSQL server: its mounts, its variables, and its probes. */
record PostgresPod(Postgres postgres, SecurityContext security, ClaimTemplate data, Optional<ClaimTemplate> wal) {

    /** A fast shutdown ends with a checkpoint, which writes everything in shared_buffers. */
    static final Duration GRACE_PERIOD = ofMinutes(2);

    static final String WAL_MOUNT = "/var/lib/postgresql-wal";

    StatefulSet independent() {
        return StatefulSet.named(postgres.name())
                .service(headless())
                .replicas(postgres.replicas())
                .container(server(List.of(), readiness()))
                .addAllInitContainers(checkOfData())
                .addAllContainers(helpers())
                .addAllRestartTriggers(postgres.triggers())
                .terminationGracePeriod(GRACE_PERIOD)
                .build();
    }

    private HeadlessService headless() {
        String name = postgres.name();
        return HeadlessService.named(
                postgres.takingOver().isPresent() ? BitnamiChart.headlessService(name) : name + "-headless");
    }

    /** Before a server that takes over data. */
    private List<InitContainer> checkOfData() {
        return postgres.takingOver().stream()
                .map(chart -> InitContainer.named("check-data")
                        .image(postgres.image().server().name())
                        .addCommand(
                                "bash",
                                PostgresFiles.DIRECTORY + "/" + PostgresFiles.CHECK_DATA,
                                Integer.toString(postgres.image().server().major()))
                        .addEnv(dataDirectory())
                        .addMount(data.at(postgres.server().mountPath()).readOnly())
                        .addMount(files().at(PostgresFiles.DIRECTORY).readOnly())
                        .resources(postgres.resources())
                        .securityContext(security)
                        .build())
                .toList();
    }

    /** Over TCP: the temporary server of the first start, which only sets up the database, listens only on its socket. */
    private Probe readiness() {
        return ServerProbes.readiness(
                "pg_isready", "-h", "127.0.0.1", "-U", postgres.user(), "-d", postgres.database());
    }

    /** The container of the server. */
    Container server(List<EnvVar> variables, Probe readiness) {
        var container = Container.named("postgres")
                .image(postgres.image().server().name())
                .addArgs("-c", "config_file=" + PostgresFiles.DIRECTORY + "/" + PostgresFiles.CONF)
                .addPort(Postgres.PORT)
                .addAllEnv(environment())
                .addAllEnv(variables)
                .addAllMounts(mounts());
        PostgresFiles.of(postgres)
                .initScripts()
                .ifPresent(scripts -> container.addMount(ConfigMapVolume.named("init")
                        .configMap(scripts)
                        .build()
                        .at("/docker-entrypoint-initdb.d")
                        .readOnly()));
        String user = postgres.user();
        return container
                .startupProbe(ServerProbes.startup("pg_isready", "-U", user))
                .livenessProbe(ServerProbes.liveness("pg_isready", "-U", user))
                .readinessProbe(readiness)
                .preStop(postgres.image().stopsFast() ? Optional.empty() : Optional.of(fastShutdown()))
                .build();
    }

    /**
     * For an image that may stop with SIGTERM, the default: the server would wait until the last client disconnects, and be
     * killed when the grace period ends.
     */
    private static LifecycleHandler fastShutdown() {
        return LifecycleHandler.exec("pg_ctl", "stop", "--mode=fast", "--no-wait");
    }

    private List<EnvVar> environment() {
        ConfigMap config = postgres.config();
        List<EnvVar> all = new ArrayList<>(List.of(config.env("POSTGRES_DB"), config.env("POSTGRES_USER")));
        all.addAll(passwords());
        if (!postgres.password().isSet()) {
            all.add(EnvVar.of("POSTGRES_HOST_AUTH_METHOD", "trust"));
        }
        all.add(dataDirectory());
        if (wal.isPresent()) {
            all.add(EnvVar.of("POSTGRES_INITDB_WALDIR", WAL_MOUNT + "/pg_wal"));
        }
        return all;
    }

    /** The variables with all passwords. */
    private List<EnvVar> passwords() {
        return postgres.passwords().entrySet().stream()
                .flatMap(entry -> entry.getValue().env(postgres.name(), entry.getKey()).stream())
                .toList();
    }

    /** The containers next to the server. */
    List<Container> helpers() {
        List<Container> all = new ArrayList<>(exporter());
        if (postgres.configChanges() == ConfigChanges.RELOAD) {
            all.add(new PostgresReload(this).container());
        }
        return all;
    }

    /** The exporter of metrics, if there is one. It connects through the network of the pod. */
    private List<Container> exporter() {
        String mode = postgres.tls().isPresent() ? "require" : "disable";
        return postgres.metrics().stream()
                .map(metrics -> {
                    List<EnvVar> variables = new ArrayList<>();
                    variables.add(EnvVar.of("DATA_SOURCE_URI", "127.0.0.1:5432/postgres?sslmode=" + mode));
                    variables.add(EnvVar.of("DATA_SOURCE_USER", Metrics.USER));
                    variables.addAll(metrics.password().env(postgres.name(), Metrics.PASSWORD, "DATA_SOURCE_PASS"));
                    return metrics.container(
                            Postgres.METRICS_PORT, variables, metrics.password().mounts(Metrics.PASSWORD), security);
                })
                .toList();
    }

    EnvVar dataDirectory() {
        return EnvVar.of("PGDATA", postgres.running().dataDirectory());
    }

    /** The variable with the mount of the write-ahead log, if it has a volume of its own. */
    List<EnvVar> walMount() {
        return wal.stream().map(volume -> EnvVar.of("WAL_MOUNT", WAL_MOUNT)).toList();
    }

    /** The mounts of the server, and of the init container that prepares its data. */
    List<Mount> mounts() {
        List<Mount> mounts = new ArrayList<>();
        mounts.add(data.at(postgres.server().mountPath()));
        wal.ifPresent(volume -> mounts.add(volume.at(WAL_MOUNT)));
        mounts.add(files().at(PostgresFiles.DIRECTORY).readOnly());
        mounts.add(run());
        mounts.add(EmptyDir.named("tmp").sizeLimit(Bytes.mebi(64)).build().at("/tmp"));
        if (!postgres.omissions().containsKey(Safeguard.SHARED_MEMORY)) {
            mounts.add(EmptyDir.named("shm")
                    .medium(EmptyDir.Medium.memory())
                    .sizeLimit(sharedMemory(postgres))
                    .build()
                    .at("/dev/shm"));
        }
        postgres.tls().map(Tls::mount).ifPresent(mounts::add);
        postgres.passwords().forEach((variable, password) -> mounts.addAll(password.mounts(variable)));
        return mounts;
    }

    /** The size of {@code /dev/shm}. Defaults to a quarter of the memory limit. */
    static Bytes sharedMemory(Postgres postgres) {
        return postgres.sharedMemory().orElseGet(() -> Bytes.mebi(Math.max(1, postgres.memory() / 4 / 1024 / 1024)));
    }

    /** The directory of the socket. */
    Mount run() {
        return EmptyDir.named("run").sizeLimit(Bytes.mebi(16)).build().at("/var/run/postgresql");
    }

    ConfigMapVolume files() {
        ConfigMap config = postgres.config();
        var files = ConfigMapVolume.named("config").configMap(config);
        config.data().keySet().stream()
                .filter(key -> key.contains("."))
                .map(KeyToPath::of)
                .forEach(files::addItem);
        return files.build();
    }
}
