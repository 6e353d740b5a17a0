package dev.berth.postgres;

import static dev.berth.workload.Probe.exec;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.berth.catalog.image.ImageCatalog;
import dev.berth.catalog.image.ImageLayout;
import dev.berth.catalog.image.ImageUser;
import dev.berth.catalog.image.ImageVersion;
import dev.berth.catalog.image.KnownImage;
import dev.berth.catalog.image.Product;
import dev.berth.config.ConfigMap;
import dev.berth.config.EnvVar;
import dev.berth.network.HeadlessService;
import dev.berth.value.Bytes;
import dev.berth.volumes.pod.ConfigMapVolume;
import dev.berth.volumes.pod.EmptyDir;
import dev.berth.volumes.pod.KeyToPath;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.InitContainer;
import dev.berth.workload.PodSecurityContext;
import dev.berth.workload.SeccompProfile;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.StatefulSet;

/** The pod of a PostgreSQL server: its mounts, its user, and its probes. */
final class PostgresPod {

    /** The official image, up to the last version that stores its data where the recipe mounts the volume. */
    static final KnownImage IMAGE = ImageCatalog.official(Product.POSTGRESQL);

    private static final ImageVersion NEWEST = ImageVersion.of("17");

    static final ImageLayout LAYOUT = IMAGE.layout(NEWEST);

    /** User and group {@code postgres} on Debian. */
    static final ImageUser USER = IMAGE.user(NEWEST.toString()).orElseThrow();

    private static final String MOUNT = LAYOUT.mountPath();
    private static final String CONFIG = "/etc/postgresql";

    private PostgresPod() {}

    static StatefulSet statefulSet(Postgres postgres) {
        ClaimTemplate data = postgres.data();
        return StatefulSet.named(postgres.name())
                .service(HeadlessService.named(postgres.name() + "-headless"))
                .replicas(postgres.replicas())
                .container(server(postgres, data))
                .addInitContainer(permissions(data))
                .securityContext(PodSecurityContext.unrestricted()
                        .seccompProfile(SeccompProfile.runtimeDefault())
                        .build())
                .automountServiceAccountToken(false)
                // A fast shutdown ends with a checkpoint, which writes everything in shared_buffers.
                .terminationGracePeriod(ofMinutes(2))
                .podManagementPolicy(postgres.podManagementPolicy())
                .updateStrategy(postgres.updateStrategy())
                .claimRetention(postgres.claimRetention())
                .build();
    }

    private static Container server(Postgres postgres, ClaimTemplate data) {
        ConfigMap config = postgres.config();
        var file = ConfigMapVolume.named("config")
                .configMap(config)
                .addItem(KeyToPath.of(Settings.FILE))
                .build();
        var sockets = EmptyDir.named("run").sizeLimit(Bytes.mebi(16)).build();
        var temporary = EmptyDir.named("tmp").sizeLimit(Bytes.mebi(64)).build();
        String user = postgres.user();
        return Container.named("postgres")
                .image(postgres.image())
                .addArgs("-c", "config_file=" + CONFIG + "/" + Settings.FILE)
                .addPort(Postgres.PORT)
                .addEnv(config.env("POSTGRES_DB"), config.env("POSTGRES_USER"), postgres.password())
                // A subdirectory of the mount, because its root may contain lost+found: initdb refuses a directory that
                // is not empty.
                .addEnv(EnvVar.of("PGDATA", MOUNT + "/pgdata"))
                .addMount(data.at(MOUNT))
                .addMount(file.at(CONFIG).readOnly())
                .addMount(sockets.at("/var/run/postgresql"))
                .addMount(temporary.at("/tmp"))
                .resources(postgres.resources())
                // Recovery after a crash may take minutes; the liveness probe waits until it ends.
                .startupProbe(exec("pg_isready", "-U", user)
                        .period(ofSeconds(10))
                        .timeout(ofSeconds(5))
                        .failureThreshold(60)
                        .build())
                .livenessProbe(exec("pg_isready", "-U", user)
                        .initialDelay(ofSeconds(30))
                        .period(ofSeconds(10))
                        .timeout(ofSeconds(5))
                        .failureThreshold(6)
                        .build())
                // Over TCP: the temporary server of the first start, which only sets up the database, listens only on
                // its socket.
                .readinessProbe(exec("pg_isready", "-h", "127.0.0.1", "-U", user, "-d", postgres.database())
                        .initialDelay(ofSeconds(5))
                        .period(ofSeconds(5))
                        .timeout(ofSeconds(5))
                        .build())
                .securityContext(SecurityContext.restricted()
                        .runAsUser(USER.user())
                        .runAsGroup(USER.group())
                        .readOnlyRootFilesystem(true)
                        .build())
                .build();
    }

    /** Changes the owner of the volume to the user of the server, because not all drivers apply fsGroup. */
    private static InitContainer permissions(ClaimTemplate data) {
        return InitContainer.named("init-permissions")
                .image("busybox:1.37")
                .addCommand("sh", "-c", "chown -R " + USER.user() + ":" + USER.group() + " /data")
                .addMount(data.at("/data"))
                .securityContext(SecurityContext.unrestricted()
                        .runAsUser(0)
                        .runAsGroup(0)
                        .allowPrivilegeEscalation(false)
                        .readOnlyRootFilesystem(true)
                        .addDroppedCapability("ALL")
                        // To change the owner of files, and to enter a data directory that only the user of the server
                        // may enter.
                        .addAddedCapabilities("CHOWN", "DAC_OVERRIDE")
                        .build())
                .build();
    }
}
