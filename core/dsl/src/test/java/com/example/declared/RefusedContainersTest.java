package com.example.declared;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.cores;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.value.InvalidValueException;
import dev.berth.value.Port;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.HttpGetAction;
import dev.berth.workload.InitContainer;
import dev.berth.workload.LifecycleHandler;
import dev.berth.workload.Mount;
import dev.berth.workload.MountPropagation;
import dev.berth.workload.Probe;
import dev.berth.workload.Resources;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.VolumeMode;
import org.junit.jupiter.api.Test;

class RefusedContainersTest {

    private final Port sql = Port.tcp("postgres", 5432);
    private final ClaimTemplate data = ClaimTemplate.named("data")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(1))
            .build();

    @Test
    void a_probe_uses_a_port_of_its_container() {
        assertRefused(
                () -> Container.named("c")
                        .image("c:1")
                        .livenessProbe(Probe.tcpSocket(sql).build())
                        .build(),
                "Container \"c\": probe: Invalid value: \"postgres\": must be a port of the container: add it with"
                        + " addPort");
        assertRefused(
                () -> Container.named("c")
                        .image("c:1")
                        .preStop(LifecycleHandler.httpGet(sql, "/stop"))
                        .build(),
                "Container \"c\": hook: Invalid value: \"postgres\": must be a port of the container: add it with"
                        + " addPort");
        assertRefused(
                () -> Probe.tcpSocket(Port.udp("dns", 53)),
                "tcpSocket port \"dns\": Invalid value: \"UDP\": must be TCP");
        assertRefused(
                () -> Probe.httpGet(sql, "ready"), "HttpGetAction path: Invalid value: \"ready\": must start with '/'");
        assertRefused(
                () -> HttpGetAction.of(sql, "/").httpHeader("X Y", ""),
                "HttpGetAction header: Invalid value: \"X Y\": must be letters, digits or '-'");
        assertRefused(() -> Probe.exec(), "exec: command: Required value: name the program to run");
    }

    @Test
    void only_a_readiness_probe_can_require_several_successes() {
        assertRefused(
                () -> Container.named("c")
                        .image("c:1")
                        .livenessProbe(Probe.exec("true").successThreshold(2).build())
                        .build(),
                "Container \"c\": livenessProbe: successThreshold: Invalid value: 2: must be 1");
        assertRefused(
                () -> Probe.exec("true").period(ofSeconds(0)).build(),
                "Probe period: Invalid value: \"PT0S\": must be at least 1 s");
        assertRefused(
                () -> Probe.exec("true").failureThreshold(0).build(),
                "Probe failureThreshold: Invalid value: 0: must be at least 1");
        assertRefused(
                () -> LifecycleHandler.sleep(ofSeconds(0)),
                "LifecycleHandler sleep: Invalid value: \"PT0S\": must be at least 1 s");
    }

    @Test
    void an_image_name_has_no_leading_or_trailing_spaces() {
        assertRefused(
                () -> Container.named("c").image("nginx ").build(),
                "Container \"c\": image: Invalid value: \"nginx \": must be a name without leading or trailing spaces");
        assertRefused(
                () -> InitContainer.named("i").image("").build(),
                "InitContainer \"i\": image: Invalid value: \"\": must be a name without leading or trailing spaces");
    }

    @Test
    void a_mount_stays_in_its_volume_and_is_bidirectional_only_in_a_privileged_container() {
        assertRefused(
                () -> data.at("/data").subPath("../x"),
                "Mount subPath: Invalid value: \"../x\": must be relative and without '..'");
        Mount both = data.at("/data").mountPropagation(MountPropagation.BIDIRECTIONAL);
        assertRefused(
                () -> Container.named("c").image("c:1").addMount(both).build(),
                "Container \"c\": mount: Invalid value: \"/data\": must not have Bidirectional propagation in a"
                        + " container that is not privileged");
        assertThat(Container.named("c")
                        .image("c:1")
                        .addMount(both)
                        .securityContext(
                                SecurityContext.unrestricted().privileged(true).build())
                        .build()
                        .mounts())
                .containsExactly(both);
    }

    @Test
    void requests_are_within_limits_and_extended_resources_have_a_domain() {
        assertRefused(
                () -> Resources.requests(cores(2), mebi(1)).limits(cores(1), mebi(1)),
                "Resources requests.cpu: Invalid value: \"2\": must not be above the limit of 1");
        assertRefused(
                () -> Resources.requests(cores(1), gibi(2)).memoryLimit(gibi(1)),
                "Resources requests.memory: Invalid value: \"2Gi\": must not be above the limit of 1Gi");
        assertRefused(
                () -> Resources.requests(cores(1), gibi(1)).ephemeralStorage(gibi(2), gibi(1)),
                "Resources requests.ephemeral-storage: Invalid value: \"2Gi\": must not be above the limit of 1Gi");
        assertRefused(
                () -> Resources.requests(cores(1), gibi(1)).extended("gpu", 1),
                "Resources: Invalid value: \"gpu\": must have a domain, such as nvidia.com/gpu");
        assertRefused(
                () -> Resources.requests(cores(1), gibi(1)).extended("nvidia.com/gpu", 0),
                "Resources \"nvidia.com/gpu\": Invalid value: 0: must be at least 1");
    }

    @Test
    void a_block_claim_is_attached_as_a_device_not_mounted() {
        var raw = ClaimTemplate.named("raw")
                .accessMode(READ_WRITE_ONCE)
                .storage(gibi(1))
                .volumeMode(VolumeMode.BLOCK)
                .build();
        assertThat(Container.named("c")
                        .image("c:1")
                        .putVolumeDevice("/dev/xvda", raw)
                        .build()
                        .volumeDevices())
                .containsOnlyKeys("/dev/xvda");
        assertRefused(
                () -> Container.named("c").image("c:1").addMount(raw.at("/raw")).build(),
                "Container \"c\": mount: Invalid value: \"/raw\": needs a claim of volume mode Filesystem: give"
                        + " \"raw\" as a device");
        assertRefused(
                () -> Container.named("c")
                        .image("c:1")
                        .putVolumeDevice("/dev/xvda", data)
                        .build(),
                "Container \"c\": device: Invalid value: \"/dev/xvda\": needs a claim of volume mode Block: mount"
                        + " \"data\"");
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
