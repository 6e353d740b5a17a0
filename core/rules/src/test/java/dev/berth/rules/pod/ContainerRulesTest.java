package dev.berth.rules.pod;

import dev.berth.rules.server.Expectation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerRulesTest {
    @Test
    void a_container_requires_an_image_and_a_dns_label_as_its_name() {
        Expectation.of("""
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec: {containers: [{name: My_C}]}
                """)
                .finds(
                        "container-name FieldValueInvalid spec.containers[0].name",
                        "container-image FieldValueRequired spec.containers[0].image");
    }

    @Test
    void container_names_must_be_unique_including_init_containers() {
        Expectation.ofPod("initContainers: [{name: c, image: busybox}]")
                .finds("container-name-twice FieldValueDuplicate spec.initContainers[0].name");
    }

    @Test
    void an_image_in_a_pod_must_not_have_spaces_around_it() {
        Expectation.ofPod("initContainers: [{name: i, image: 'nginx '}]")
                .finds("image-spaces FieldValueInvalid spec.initContainers[0].image");
    }

    @Test
    void an_init_container_must_not_have_probes_unless_it_is_a_sidecar() {
        String probe = "livenessProbe: {exec: {command: [\"true\"]}}";
        Expectation.ofPod("initContainers: [{name: i, image: busybox, %s}]".formatted(probe))
                .finds("init-container-hooks FieldValueForbidden spec.initContainers[0].livenessProbe");
        Expectation.ofPod("initContainers: [{name: i, image: busybox, restartPolicy: Always, %s}]".formatted(probe))
                .isAccepted();
    }

    @Test
    void a_port_must_be_between_1_and_65535() {
        Expectation.ofContainer(
                        "ports: [{containerPort: 0}, {containerPort: 70000}, {containerPort: 80, hostPort: -1}]")
                .finds(
                        "container-port FieldValueRequired spec.containers[0].ports[0].containerPort",
                        "port-number FieldValueInvalid spec.containers[0].ports[1].containerPort",
                        "port-number FieldValueInvalid spec.containers[0].ports[2].hostPort");
    }

    @Test
    void a_port_name_has_at_most_15_characters_contains_a_letter_and_is_unique() {
        Expectation.ofContainer("""
                ports:
                - {name: "8080", containerPort: 1}
                - {name: a-very-long-port, containerPort: 2}
                - {name: http, containerPort: 3}
                - {name: http, containerPort: 4}
                """)
                .finds(
                        "port-name FieldValueInvalid spec.containers[0].ports[0].name",
                        "port-name FieldValueInvalid spec.containers[0].ports[1].name",
                        "port-name-twice FieldValueDuplicate spec.containers[0].ports[3].name");
    }

    @Test
    void an_environment_variable_requires_a_name_and_has_at_most_one_source() {
        Expectation.ofContainer("""
                env:
                - {value: x}
                - {name: A=B, value: x}
                - {name: 1digit, value: x}
                - {name: NONE, valueFrom: {}}
                - {name: BOTH, value: x, valueFrom: {secretKeyRef: {name: s, key: k}}}
                """)
                .finds(
                        "env-name FieldValueRequired spec.containers[0].env[0].name",
                        "env-name FieldValueInvalid spec.containers[0].env[1].name",
                        "env-source FieldValueInvalid spec.containers[0].env[3].valueFrom",
                        "env-source FieldValueInvalid spec.containers[0].env[4].valueFrom");
    }

    @Test
    void a_variable_must_name_a_field_that_a_container_can_read() {
        Expectation.ofContainer("""
                env:
                - {name: A, valueFrom: {fieldRef: {fieldPath: status.phase2}}}
                - {name: B, valueFrom: {fieldRef: {fieldPath: metadata.labels}}}
                - {name: C, valueFrom: {fieldRef: {fieldPath: "metadata.labels['app']"}}}
                """)
                .finds(
                        "field-ref FieldValueInvalid spec.containers[0].env[0].valueFrom.fieldRef.fieldPath",
                        "field-ref FieldValueNotSupported spec.containers[0].env[1].valueFrom.fieldRef.fieldPath");
    }

    @Test
    void a_divisor_must_be_a_unit_of_its_resource() {
        Expectation.ofContainer("""
                env:
                - {name: A, valueFrom: {resourceFieldRef: {resource: limits.memory, divisor: 1Mi}}}
                - {name: B, valueFrom: {resourceFieldRef: {resource: limits.memory, divisor: 2Mi}}}
                - {name: C, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 1Mi}}}
                """)
                .finds(
                        "resource-divisor FieldValueInvalid spec.containers[0].env[1].valueFrom.resourceFieldRef.divisor",
                        "resource-divisor FieldValueInvalid spec.containers[0].env[2].valueFrom.resourceFieldRef.divisor");
    }

    @Test
    void a_mount_must_name_a_volume_and_have_a_unique_path() {
        Expectation.ofContainer("""
                volumeMounts:
                - {name: nope, mountPath: /a}
                - {name: v, mountPath: /d}
                - {name: v, mountPath: /d}
                - {name: v, mountPath: /d/}
                """)
                .finds(
                        "mount-name FieldValueNotFound spec.containers[0].volumeMounts[0].name",
                        "mount-path-twice FieldValueInvalid spec.containers[0].volumeMounts[2].mountPath");
    }

    @Test
    void a_sub_path_must_stay_within_its_volume_and_is_reported_without_an_index() {
        Expectation.ofContainer("volumeMounts: [{name: v, mountPath: /d, subPath: /abs}]")
                .finds("path-relative FieldValueInvalid spec.containers[0].volumeMounts.subPath");
    }

    @Test
    void a_volume_device_must_be_a_claim() {
        Expectation.ofContainer("volumeDevices: [{name: v, devicePath: /dev/a}, {name: claim, devicePath: /dev/b}]")
                .finds("device-source FieldValueInvalid spec.containers[0].volumeDevices[0].name");
    }

    @Test
    void a_request_must_not_exceed_its_limit_and_neither_may_be_negative() {
        Expectation.ofContainer("resources: {requests: {cpu: 2, memory: -1Gi}, limits: {cpu: 1}}")
                .finds(
                        "request-above-limit FieldValueInvalid spec.containers[0].resources.requests",
                        "resource-negative FieldValueInvalid spec.containers[0].resources.requests[memory]");
    }

    @Test
    void an_extended_resource_must_be_a_whole_number_and_have_a_limit() {
        Expectation.ofContainer("resources: {requests: {example.com/gpu: 500m}}")
                .finds(
                        "resource-whole FieldValueInvalid spec.containers[0].resources.requests[example.com/gpu]",
                        "limit-needed FieldValueRequired spec.containers[0].resources.limits");
    }

    @Test
    void huge_pages_require_cpu_or_memory() {
        Expectation.ofContainer("resources: {limits: {hugepages-2Mi: 4Mi}}")
                .finds("huge-pages-alone FieldValueForbidden spec.containers[0].resources");
    }

    @Test
    void a_probe_must_have_exactly_one_handler() {
        Expectation.ofContainer("livenessProbe: {exec: {command: [x]}, tcpSocket: {port: 1}}")
                .finds("handler-only-one FieldValueForbidden spec.containers[0].livenessProbe.tcpSocket");
        Expectation.ofContainer("livenessProbe: {periodSeconds: 1}")
                .finds("handler FieldValueRequired spec.containers[0].livenessProbe");
    }

    @Test
    void a_liveness_probe_must_have_a_success_threshold_of_one() {
        Expectation.ofContainer("livenessProbe: {tcpSocket: {port: 1}, successThreshold: 2}")
                .finds("probe-success-threshold FieldValueInvalid spec.containers[0].livenessProbe.successThreshold");
    }

    @Test
    void a_zero_in_a_probe_means_the_default() {
        Expectation.ofContainer("livenessProbe: {tcpSocket: {port: 1}, periodSeconds: 0, failureThreshold: 0}")
                .isAccepted();
    }

    @Test
    void a_sleep_must_not_be_longer_than_the_grace_period() {
        Expectation.ofContainer("lifecycle: {preStop: {sleep: {seconds: 60}}}")
                .finds("sleep-seconds FieldValueInvalid spec.containers[0].lifecycle.preStop.sleep");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "containers | {name: v, emptyDir: {}} |",
                "containers | {name: other, emptyDir: {}} | FieldValueNotFound",
                "containers | {name: v, configMap: {name: m}} | FieldValueInvalid",
                "containers | {name: v, persistentVolumeClaim: {claimName: c}} | FieldValueInvalid",
                "initContainers | {name: v, emptyDir: {}} |",
                "initContainers | {name: other, emptyDir: {}} | FieldValueNotFound",
                "initContainers | {name: v, hostPath: {path: /v}} | FieldValueInvalid"
            })
    void a_variable_is_read_from_a_file_in_an_empty_dir_of_the_pod(String list, String volume, String reason) {
        String variable = "env: [{name: A, valueFrom: {fileKeyRef: {volumeName: v, path: a, key: K}}}]";
        String plain = "{name: c, image: \"c:1\"}";
        String reading = "{name: r, image: \"c:1\", " + variable + "}";
        Expectation pod = Expectation.of("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {volumes: [" + volume
                + "], initContainers: [" + (list.equals("containers") ? "" : reading) + "], containers: ["
                + (list.equals("containers") ? reading : plain) + "]}}");
        if (reason == null) {
            pod.isAccepted();
        } else {
            pod.finds("env-file-volume " + reason + " spec." + list + "[0].env[0].valueFrom.fileKeyRef.volumeName");
        }
    }
}
