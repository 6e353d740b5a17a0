package com.example.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.Secret;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.Container;
import dev.berth.workload.Pod;
import dev.berth.workload.PodSecurityContext;
import dev.berth.workload.SeccompProfile;
import dev.berth.workload.SecurityContext;
import dev.berth.workload.ServiceAccount;
import org.junit.jupiter.api.Test;

class SecurityTest {

    private final ServiceAccount account =
            ServiceAccount.named("postgres").automountServiceAccountToken(false).build();

    @Test
    void a_restricted_pod_runs_without_privileges_and_owns_its_volumes_through_a_group() {
        var pod = Pod.named("postgres")
                .container(Container.named("postgres")
                        .image("postgres:17")
                        .securityContext(SecurityContext.restricted()
                                .runAsUser(999)
                                .readOnlyRootFilesystem(true)
                                .build())
                        .build())
                .securityContext(PodSecurityContext.restricted()
                        .fsGroup(999)
                        .fsGroupChangePolicy(PodSecurityContext.FsGroupChangePolicy.ON_ROOT_MISMATCH)
                        .addSupplementalGroup(1000)
                        .putSysctl("net.core.somaxconn", "1024")
                        .build())
                .serviceAccount(account)
                .automountServiceAccountToken(false)
                .addImagePullSecret(Secret.existing("registry"))
                .build();
        assertThat(Yaml.of(pod)).isEqualTo("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: postgres
                  labels:
                    app: postgres
                spec:
                  serviceAccountName: postgres
                  automountServiceAccountToken: false
                  imagePullSecrets:
                  - name: registry
                  securityContext:
                    runAsNonRoot: true
                    fsGroup: 999
                    fsGroupChangePolicy: OnRootMismatch
                    supplementalGroups:
                    - 1000
                    seccompProfile:
                      type: RuntimeDefault
                    sysctls:
                    - name: net.core.somaxconn
                      value: "1024"
                  containers:
                  - name: postgres
                    image: postgres:17
                    securityContext:
                      runAsUser: 999
                      runAsNonRoot: true
                      allowPrivilegeEscalation: false
                      readOnlyRootFilesystem: true
                      capabilities:
                        drop:
                        - ALL
                      seccompProfile:
                        type: RuntimeDefault
                """);
    }

    @Test
    void a_service_account_can_disable_the_mounting_of_its_token() {
        assertThat(Yaml.of(account)).isEqualTo("""
                apiVersion: v1
                kind: ServiceAccount
                metadata:
                  name: postgres
                automountServiceAccountToken: false
                """);
    }

    @Test
    void an_existing_service_account_is_reported_as_existing() {
        assertThat(Pod.named("p")
                        .container(Container.named("c").image("c:1").build())
                        .serviceAccount(ServiceAccount.existing("runner"))
                        .build()
                        .existing())
                .containsExactly(new ExistingObject("ServiceAccount", "runner"));
    }

    @Test
    void contradicting_security_settings_are_refused() {
        assertRefused(
                () -> SecurityContext.restricted().runAsUser(0).build(),
                "SecurityContext runAsUser: Invalid value: 0: must not be root where runAsNonRoot is true");
        assertRefused(
                () -> PodSecurityContext.restricted().runAsUser(0).build(),
                "PodSecurityContext runAsUser: Invalid value: 0: must not be root where runAsNonRoot is true");
        assertRefused(
                () -> SecurityContext.unrestricted()
                        .privileged(true)
                        .allowPrivilegeEscalation(false)
                        .build(),
                "SecurityContext allowPrivilegeEscalation: Invalid value: false: a privileged container has all rights"
                        + " already");
        assertRefused(
                () -> SecurityContext.unrestricted()
                        .addAddedCapability("SYS_ADMIN")
                        .allowPrivilegeEscalation(false)
                        .build(),
                "SecurityContext allowPrivilegeEscalation: Invalid value: false: the capability SYS_ADMIN already"
                        + " allows it");
    }

    @Test
    void ids_profiles_and_sysctls_that_kubernetes_refuses_are_refused() {
        assertRefused(
                () -> SecurityContext.unrestricted().runAsUser(-1).build(),
                "SecurityContext runAsUser: Invalid value: -1: must be between 0 and 2147483647, inclusive");
        assertRefused(
                () -> PodSecurityContext.unrestricted().fsGroup(2147483648L).build(),
                "PodSecurityContext fsGroup: Invalid value: 2147483648: must be between 0 and 2147483647, inclusive");
        assertRefused(
                () -> SeccompProfile.localhost("/etc/profile.json"),
                "SeccompProfile localhost: Invalid value: \"/etc/profile.json\": must be relative and without '..'");
        assertRefused(
                () -> PodSecurityContext.unrestricted().putSysctl("Net", "1").build(),
                "PodSecurityContext sysctls: Invalid value: \"Net\": must be lower case words with '.' or '/' between"
                        + " them");
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
