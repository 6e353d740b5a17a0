package dev.berth.postgres;

import dev.berth.config.EnvVar;
import dev.berth.manifest.Manifest;
import dev.berth.volumes.PersistentVolumeClaim;
import dev.berth.volumes.pod.ClaimVolume;
import dev.berth.workload.ContainerBuildStages;
import dev.berth.workload.Job;
import java.util.ArrayList;
import java.util.List;

/**
 * The Job that restores a backup: a dump through a connection, and a base backup into the claims of the server, which
 * must not run.
 */
record RestoreJob(Postgres postgres, PostgresPod pod, BackupJobs jobs, PostgresRestore restore) {

    List<Manifest> manifests() {
        List<Manifest> all = new ArrayList<>();
        var container = jobs.container(jobs.restoreScript());
        if (jobs.backup().base()) {
            String server = Streaming.primaryPod(postgres);
            mount(all, container, "data", jobs.claim(postgres.data().name() + "-" + server, postgres.storage()));
            pod.wal()
                    .ifPresent(
                            wal -> mount(all, container, "wal", jobs.claim(wal.name() + "-" + server, wal.storage())));
            container.addEnv(pod.dataDirectory()).addAllEnv(pod.walMount());
        } else {
            container
                    .addAllEnv(jobs.connection(postgres.user(), postgres.password(), PostgresPasswords.SUPERUSER))
                    .addEnv(jobs.databases())
                    .addAllMounts(postgres.password().mounts(PostgresPasswords.SUPERUSER));
        }
        restore.time().ifPresent(time -> container.addEnv(EnvVar.of("BACKUP", time)));
        if (restore.replacesData()) {
            container.addEnv(EnvVar.of("REPLACE_DATA", "true"));
        }
        all.add(Job.named(jobs.prefix() + "-restore")
                .restartPolicy(Job.RestartPolicy.NEVER)
                .container(container.build())
                .putAllSelectorLabels(jobs.cronJob().selector())
                .backoffLimit(0)
                .securityContext(jobs.security())
                .automountServiceAccountToken(false)
                .build());
        return List.copyOf(all);
    }

    /** A claim of the server. It is one of the manifests, because it may be lost; the StatefulSet uses it by its name. */
    private void mount(
            List<Manifest> all, ContainerBuildStages.BuildFinal container, String volume, PersistentVolumeClaim claim) {
        all.add(claim);
        String path =
                volume.equals("wal") ? PostgresPod.WAL_MOUNT : postgres.server().mountPath();
        container.addMount(ClaimVolume.named(volume).claim(claim).build().at(path));
    }
}
