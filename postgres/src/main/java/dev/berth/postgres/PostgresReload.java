package dev.berth.postgres;

import dev.berth.config.EnvVar;
import dev.berth.recipe.Tls;
import dev.berth.value.Bytes;
import dev.berth.value.Cpu;
import dev.berth.workload.Container;
import dev.berth.workload.Resources;

/**
 * The container that makes the server read its files again after a change. It connects through the socket, like the
 * probes.
 */
record PostgresReload(PostgresPod pod) {

    private static final Resources RESOURCES =
            Resources.requests(Cpu.millicores(10), Bytes.mebi(32)).memoryLimit(Bytes.mebi(64));

    Container container() {
        Postgres postgres = pod.postgres();
        var container = Container.named(Postgres.RELOAD)
                .image(postgres.image().server().name())
                .addCommand("bash", PostgresFiles.DIRECTORY + "/" + PostgresFiles.RELOAD)
                .addEnv(EnvVar.of("CONFIG", PostgresFiles.DIRECTORY))
                .addEnv(postgres.config().env("POSTGRES_USER"))
                .addMount(pod.files().at(PostgresFiles.DIRECTORY).readOnly())
                .addMount(pod.run())
                .resources(RESOURCES)
                .securityContext(pod.security());
        postgres.tls().map(Tls::mount).ifPresent(container::addMount);
        return container.build();
    }
}
