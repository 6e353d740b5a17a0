package com.example.examples;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static dev.berth.workload.JobFields.RestartPolicy.ON_FAILURE;
import static dev.berth.workload.PodAmount.pods;
import static java.time.Duration.ofHours;

import dev.berth.config.EnvVar;
import dev.berth.config.Secret;
import dev.berth.config.SecretSource;
import dev.berth.ingress.Ingress;
import dev.berth.ingress.IngressClass;
import dev.berth.ingress.IngressPath;
import dev.berth.ingress.IngressRule;
import dev.berth.ingress.IngressTls;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;
import dev.berth.network.HeadlessService;
import dev.berth.network.Service;
import dev.berth.policy.HardLimit;
import dev.berth.policy.PodDisruptionBudget;
import dev.berth.policy.ResourceQuota;
import dev.berth.value.Port;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.Job;
import dev.berth.workload.PodManagementPolicy;
import dev.berth.workload.PodSecurityContext;
import dev.berth.workload.Probe;
import dev.berth.workload.Resources;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.StatefulSet;

/** MinIO on four servers, with a Job that creates a bucket, an Ingress for clients, and a quota for its disks. */
public final class Minio implements ManifestSource {

    private static final String HOST = "objects.example.com";
    private static final Port API = Port.tcp("api", 9000);

    private final Namespace objects = Namespace.named("objects").build();
    private final ResourceQuota quota = ResourceQuota.named("disks")
            .limit(HardLimit.requestsStorage(gibi(2000)))
            .build();
    private final SecretSource login = Secret.existing("minio-login");
    private final ClaimTemplate data = ClaimTemplate.named("data")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(500))
            .build();
    private final StatefulSet minio = StatefulSet.named("minio")
            .service(HeadlessService.named("minio-headless").publishNotReadyAddresses())
            .replicas(4)
            .container(Container.named("minio")
                    .image("minio/minio:RELEASE.2025-04-22T22-12-26Z")
                    .addArgs("server", "http://minio-{0...3}.minio-headless:9000/data/disk")
                    .addPort(API)
                    .addEnv(login.env("MINIO_ROOT_USER", "username"), login.env("MINIO_ROOT_PASSWORD", "password"))
                    .addMount(data.at("/data"))
                    .resources(Resources.requests(millicores(500), gibi(4)).memoryLimit(gibi(4)))
                    .readinessProbe(Probe.httpGet(API, "/minio/health/live").build())
                    .securityContext(SecurityContext.restricted().build())
                    .build())
            .podManagementPolicy(PodManagementPolicy.PARALLEL)
            .securityContext(PodSecurityContext.restricted()
                    .runAsUser(1000)
                    .fsGroup(1000)
                    .fsGroupChangePolicy(PodSecurityContext.FsGroupChangePolicy.ON_ROOT_MISMATCH)
                    .build())
            .automountServiceAccountToken(false)
            .enableServiceLinks(false)
            .build();
    private final Service service = Service.named("minio").selecting(minio).build();
    private final PodDisruptionBudget budget = PodDisruptionBudget.named("minio")
            .selecting(minio)
            .limit(PodDisruptionBudget.maxUnavailable(pods(1)))
            .unhealthyPodEvictionPolicy(PodDisruptionBudget.UnhealthyPodEvictionPolicy.ALWAYS_ALLOW)
            .build();
    private final Job bucket = Job.named("create-backups-bucket")
            .restartPolicy(ON_FAILURE)
            .container(Container.named("create")
                    .image("minio/mc:RELEASE.2025-04-16T18-13-26Z")
                    .addArgs("mb", "--ignore-existing", "store/backups")
                    .addEnv(
                            login.env("USERNAME", "username"),
                            login.env("PASSWORD", "password"),
                            EnvVar.of("MC_HOST_store", "http://$(USERNAME):$(PASSWORD)@" + service.address(API)),
                            EnvVar.of("MC_CONFIG_DIR", "/tmp/mc"))
                    .resources(Resources.requests(millicores(100), mebi(128)).memoryLimit(mebi(128)))
                    .securityContext(SecurityContext.restricted().build())
                    .build())
            .backoffLimit(10)
            .ttlAfterFinished(ofHours(1))
            .securityContext(PodSecurityContext.restricted().runAsUser(1000).build())
            .automountServiceAccountToken(false)
            .enableServiceLinks(false)
            .build();
    private final Ingress ingress = Ingress.named("minio")
            .rule(IngressRule.host(HOST, IngressPath.prefix("/", service.backend(API))))
            .ingressClass(IngressClass.existing("nginx"))
            .addTls(IngressTls.of(Secret.existing("objects-tls"), HOST))
            .putAnnotation("nginx.ingress.kubernetes.io/proxy-body-size", "0")
            .build();

    @Override
    public ManifestSet manifests() {
        return ManifestSet.of(ManifestFile.of(
                        "minio.yaml", objects, quota, minio.headlessService(), minio, service, budget, bucket, ingress)
                .in(objects));
    }
}
