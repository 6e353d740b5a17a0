package com.example.shop

import dev.berth.manifest.ManifestFile
import dev.berth.manifest.ManifestSet
import dev.berth.manifest.ManifestSource
import dev.berth.value.Bytes.gibi
import dev.berth.value.Bytes.mebi
import dev.berth.value.Cpu.millicores
import dev.berth.value.Port
import dev.berth.workload.AccessMode.READ_WRITE_ONCE
import dev.berth.workload.ClaimTemplate
import dev.berth.workload.Container
import dev.berth.workload.ContainerBuildStages
import dev.berth.workload.ExtensibleWorkload
import dev.berth.network.HeadlessService
import dev.berth.workload.Probe
import dev.berth.workload.Resources
import dev.berth.workload.SecurityContext
import dev.berth.workload.SecurityContextOptions
import dev.berth.workload.StatefulSet

/** What every container of the company has: a function that takes a stage and returns it. */
fun withDefaults(container: ContainerBuildStages.BuildFinal): ContainerBuildStages.BuildFinal =
    container.resources(Resources.requests(millicores(100), mebi(128)))

/** A builder without stages, as the receiver of an extension function. */
fun SecurityContextOptions.asNobody(): SecurityContextOptions = runAsUser(65534)

/** What every workload of the company has: an extension function that returns the kind that it got. */
fun <W : ExtensibleWorkload<W>> W.withDefaults(): W = plusPodLabel("example.com/team", "storage")

class Cart : ManifestSource {
    override fun manifests(): ManifestSet {
        val port = Port.tcp("redis", 6379)
        val data = ClaimTemplate.named("data").accessMode(READ_WRITE_ONCE).storage(gibi(10)).build()
        val redis = withDefaults(Container.named("redis").image("redis:7.2-alpine"))
            .addPort(port)
            .addMount(data.at("/data"))
            .readinessProbe(Probe.tcpSocket(port).build())
            .securityContext(SecurityContext.restricted().asNobody().build())
            .build()
        val cart = StatefulSet.named("cart")
            .service(HeadlessService.named("cart"))
            .replicas(1)
            .container(redis)
            .build()
            .withDefaults()
        return ManifestSet.of(ManifestFile.of("cart.yaml", cart.headlessService(), cart))
    }
}
