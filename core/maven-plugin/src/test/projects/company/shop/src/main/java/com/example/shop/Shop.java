package com.example.shop;

import static com.example.company.CompanyDefaults.container;
import static com.example.company.CompanyDefaults.workload;

import dev.berth.config.EnvVar;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.workload.Container;
import dev.berth.workload.CronJob;
import dev.berth.workload.Deployment;
import dev.berth.workload.Schedule;
import dev.berth.workload.Sidecar;

public final class Shop implements ManifestSource {

    @Override
    public ManifestSet manifests() {
        var web = Container.named("web")
                .image("registry.example.com/web:1.0")
                .addEnv(EnvVar.of("LOG_LEVEL", "info"))
                .build();
        var logs = Sidecar.named("logs").image("registry.example.com/logs:2.1").build();
        var deployment = Deployment.named("web")
                .replicas(2)
                .container(web)
                .addInitContainer(container(logs))
                .putLabel("app.kubernetes.io/part-of", "shop")
                .build();
        var report = CronJob.named("report")
                .schedule(Schedule.daily(3, 0))
                .restartPolicy(CronJob.RestartPolicy.ON_FAILURE)
                .container(Container.named("report").image("registry.example.com/report:1.0").build())
                .build();
        return ManifestSet.of(ManifestFile.of("shop.yaml", workload(deployment), workload(report)));
    }
}
