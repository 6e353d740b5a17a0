package dev.berth.postgres;

import dev.berth.config.ConfigMap;
import dev.berth.config.EnvVar;
import dev.berth.manifest.Manifest;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.recipe.ServerImage;
import dev.berth.value.Bytes;
import dev.berth.volumes.PersistentVolumeClaim;
import dev.berth.volumes.pod.ClaimVolume;
import dev.berth.volumes.pod.ConfigMapVolume;
import dev.berth.volumes.pod.EmptyDir;
import dev.berth.volumes.pod.KeyToPath;
import dev.berth.workload.AccessMode;
import dev.berth.workload.Container;
import dev.berth.workload.CronJob;
import dev.berth.workload.Job;
import dev.berth.workload.PodSecurityContext;
import dev.berth.workload.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The CronJob that makes dumps, the claim for them, and the Job that restores them.
 *
 * @param prefix the prefix of all names
 * @param config the ConfigMap with the scripts and the name of the superuser
 * @param server the address of the primary
 * @param security the security context of the containers
 */
record BackupJobs(
        Postgres postgres,
        String prefix,
        ConfigMap config,
        CharSequence server,
        SecurityContext security,
        PostgresBackup backup) {

    private static final String DIRECTORY = "/backup";

    List<Manifest> manifests() {
        return List.of(claim(), cronJob());
    }

    /** The pods of both Jobs, which connect to the server. */
    NetworkPolicyPeer client() {
        return NetworkPolicyPeer.podsOf(cronJob());
    }

    private String name() {
        return prefix + "-backup";
    }

    private PersistentVolumeClaim claim() {
        var claim = PersistentVolumeClaim.named(name())
                .accessMode(AccessMode.READ_WRITE_ONCE)
                .storage(backup.storage());
        postgres.storageClass().ifPresent(claim::storageClass);
        return claim.build();
    }

    private CronJob cronJob() {
        return CronJob.named(name())
                .schedule(backup.schedule())
                .restartPolicy(CronJob.RestartPolicy.ON_FAILURE)
                .container(container("backup.sh"))
                .concurrencyPolicy(CronJob.ConcurrencyPolicy.FORBID)
                .securityContext(podSecurity())
                .automountServiceAccountToken(false)
                .build();
    }

    Job restore(Optional<String> dump) {
        Container container = container("restore.sh");
        return Job.named(prefix + "-restore")
                .restartPolicy(Job.RestartPolicy.NEVER)
                .container(dump.map(time -> container.plusEnv(EnvVar.of("DUMP", time)))
                        .orElse(container))
                .putAllSelectorLabels(cronJob().selector())
                .backoffLimit(0)
                .securityContext(podSecurity())
                .automountServiceAccountToken(false)
                .build();
    }

    private PodSecurityContext podSecurity() {
        ServerImage server = postgres.server();
        return PodSecurityContext.restricted()
                .runAsUser(server.user())
                .runAsGroup(server.group())
                .fsGroup(server.group())
                .fsGroupChangePolicy(PodSecurityContext.FsGroupChangePolicy.ON_ROOT_MISMATCH)
                .build();
    }

    private Container container(String script) {
        var scripts = ConfigMapVolume.named("config")
                .configMap(config)
                .addItem(KeyToPath.of(script))
                .build();
        return Container.named(script.replace(".sh", ""))
                .image(postgres.image().server().name())
                .addCommand("bash", PostgresFiles.DIRECTORY + "/" + script)
                .addAllEnv(environment())
                .addMount(ClaimVolume.named("backup").claim(claim()).build().at(DIRECTORY))
                .addMount(scripts.at(PostgresFiles.DIRECTORY).readOnly())
                .addMount(
                        EmptyDir.named("tmp").sizeLimit(Bytes.mebi(64)).build().at("/tmp"))
                .addAllMounts(postgres.password().mounts(PostgresPasswords.SUPERUSER))
                .resources(postgres.resources())
                .securityContext(security)
                .build();
    }

    private List<EnvVar> environment() {
        List<EnvVar> all = new ArrayList<>();
        all.add(config.env("POSTGRES_USER"));
        all.addAll(postgres.password().env(postgres.name(), PostgresPasswords.SUPERUSER));
        all.add(EnvVar.of("SERVER", server));
        all.add(EnvVar.of(
                "DATABASES",
                Stream.concat(
                                Stream.of(postgres.database()),
                                postgres.databases().stream().map(PostgresDatabase::name))
                        .collect(Collectors.joining(" "))));
        all.add(EnvVar.of("KEEP", Integer.toString(backup.keep())));
        if (postgres.tls().filter(tls -> !tls.plain()).isPresent()) {
            all.add(EnvVar.of("PGSSLMODE", "require"));
        }
        return all;
    }
}
