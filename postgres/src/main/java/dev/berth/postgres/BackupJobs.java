package dev.berth.postgres;

import dev.berth.config.ConfigMap;
import dev.berth.config.EnvVar;
import dev.berth.manifest.Manifest;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.recipe.Password;
import dev.berth.recipe.ServerImage;
import dev.berth.value.Bytes;
import dev.berth.volumes.PersistentVolumeClaim;
import dev.berth.volumes.pod.ClaimVolume;
import dev.berth.volumes.pod.ConfigMapVolume;
import dev.berth.volumes.pod.EmptyDir;
import dev.berth.volumes.pod.KeyToPath;
import dev.berth.volumes.pod.SecretVolume;
import dev.berth.workload.AccessMode;
import dev.berth.workload.Container;
import dev.berth.workload.ContainerBuildStages;
import dev.berth.workload.CronJob;
import dev.berth.workload.PodSecurityContext;
import dev.berth.workload.SecurityContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The CronJob that makes backups, their claim, and the scripts of all Jobs.
 *
 * @param prefix the prefix of all names
 * @param server the address of the primary
 * @param containerSecurity the security context of the containers
 */
record BackupJobs(
        Postgres postgres,
        String prefix,
        CharSequence server,
        SecurityContext containerSecurity,
        PostgresBackup backup) {

    private static final String CA = "/run/ca";

    List<Manifest> manifests() {
        return List.of(scripts(), claim(), cronJob());
    }

    /** The pods of all Jobs, which connect to the server. */
    NetworkPolicyPeer client() {
        return NetworkPolicyPeer.podsOf(cronJob());
    }

    private String name() {
        return prefix + "-backup";
    }

    private ConfigMap scripts() {
        var scripts = ConfigMap.named(name());
        for (String script : List.of("backup", backup.kind(), restoreScript())) {
            scripts.putData(script + ".sh", PostgresFiles.resource(script + ".sh"));
        }
        return scripts.build();
    }

    String restoreScript() {
        return "restore-" + backup.kind();
    }

    private PersistentVolumeClaim claim() {
        return claim(name(), backup.storage());
    }

    PersistentVolumeClaim claim(String name, Bytes size) {
        var claim = PersistentVolumeClaim.named(name)
                .accessMode(AccessMode.READ_WRITE_ONCE)
                .storage(size);
        postgres.storageClass().ifPresent(claim::storageClass);
        return claim.build();
    }

    CronJob cronJob() {
        var container = container("backup")
                .addAllEnv(connection(user(), password(), variable()))
                .addEnv(EnvVar.of("KIND", backup.kind()))
                .addEnv(EnvVar.of("KEEP", Integer.toString(backup.keep())))
                .addAllMounts(password().mounts(variable()));
        if (!backup.base()) {
            container.addEnv(databases());
        }
        return CronJob.named(name())
                .schedule(backup.schedule())
                // A failed pod stays, with its log.
                .restartPolicy(CronJob.RestartPolicy.NEVER)
                .container(container.build())
                .concurrencyPolicy(CronJob.ConcurrencyPolicy.FORBID)
                .startingDeadline(Duration.ofHours(1))
                .activeDeadline(backup.deadline())
                .backoffLimit(2)
                .successfulJobsHistoryLimit(3)
                .failedJobsHistoryLimit(3)
                .securityContext(security())
                .automountServiceAccountToken(false)
                .build();
    }

    private String user() {
        return backup.password().isPresent() ? PostgresBackup.USER : postgres.user();
    }

    private Password password() {
        return backup.password().orElse(postgres.password());
    }

    private String variable() {
        return backup.password().isPresent() ? PostgresPasswords.BACKUP : PostgresPasswords.SUPERUSER;
    }

    /** How the client programs find the server, check its certificate, and log in. */
    List<EnvVar> connection(String user, Password password, String variable) {
        List<EnvVar> all = new ArrayList<>();
        all.add(EnvVar.of("PGHOST", server));
        all.add(EnvVar.of("PGUSER", literal(user)));
        all.addAll(password.env(postgres.name(), variable, "PGPASSWORD"));
        all.add(EnvVar.of("PGCONNECT_TIMEOUT", "30"));
        if (postgres.tls().isPresent()) {
            all.add(EnvVar.of("PGSSLMODE", "verify-full"));
            all.add(EnvVar.of("PGSSLROOTCERT", CA + "/ca.crt"));
        }
        return all;
    }

    /** The databases, one a line. */
    EnvVar databases() {
        return EnvVar.of(
                "DATABASES",
                Stream.concat(
                                Stream.of(postgres.database()),
                                postgres.databases().stream().map(PostgresDatabase::name))
                        .map(BackupJobs::literal)
                        .collect(Collectors.joining("\n")));
    }

    /** Kubernetes replaces references such as $(NAME) in the values of variables. */
    private static String literal(String name) {
        return name.replace("$", "$$");
    }

    PodSecurityContext security() {
        ServerImage server = postgres.server();
        return PodSecurityContext.restricted()
                .runAsUser(server.user())
                .runAsGroup(server.group())
                .fsGroup(server.group())
                .fsGroupChangePolicy(PodSecurityContext.FsGroupChangePolicy.ON_ROOT_MISMATCH)
                .build();
    }

    /** A container that runs a script, with the volume of the backups. */
    ContainerBuildStages.BuildFinal container(String script) {
        var container = Container.named(script)
                .image(postgres.image().server().name())
                .addCommand("bash", PostgresFiles.DIRECTORY + "/" + script + ".sh")
                .addMount(ClaimVolume.named("backup").claim(claim()).build().at("/backup"))
                .addMount(ConfigMapVolume.named("config")
                        .configMap(scripts())
                        .build()
                        .at(PostgresFiles.DIRECTORY)
                        .readOnly())
                .addMount(
                        EmptyDir.named("tmp").sizeLimit(Bytes.mebi(64)).build().at("/tmp"))
                .resources(postgres.resources())
                .securityContext(containerSecurity);
        postgres.tls()
                .ifPresent(tls -> container.addMount(SecretVolume.named("ca")
                        .secret(tls.secret())
                        .addItem(KeyToPath.of("ca.crt"))
                        .build()
                        .at(CA)
                        .readOnly()));
        return container;
    }
}
