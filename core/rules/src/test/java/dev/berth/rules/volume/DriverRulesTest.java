package dev.berth.rules.volume;

import dev.berth.rules.server.Expectation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attachRequired: false |",
                "tokenRequests: [{audience: a}, {audience: b, expirationSeconds: 600}], serviceAccountTokenInSecrets: true |",
                "fsGroupPolicy: Always | csi-driver-fs-group-policy FieldValueNotSupported spec.fsGroupPolicy",
                "volumeLifecycleModes: [Temporary] | csi-driver-lifecycle FieldValueNotSupported spec.volumeLifecycleModes",
                "tokenRequests: [{}, {}] | csi-driver-token FieldValueDuplicate spec.tokenRequests[1].audience",
                "tokenRequests: [{audience: a, expirationSeconds: 599}]"
                        + " | csi-driver-token FieldValueInvalid spec.tokenRequests[0].expirationSeconds",
                "serviceAccountTokenInSecrets: false"
                        + " | csi-driver-token-in-secrets FieldValueInvalid spec.serviceAccountTokenInSecrets",
                "nodeAllocatableUpdatePeriodSeconds: 9"
                        + " | csi-driver-period FieldValueInvalid spec.nodeAllocatableUpdatePeriodSeconds"
            })
    void a_driver_states_what_it_can_do(String spec, String finding) {
        Expectation driver = Expectation.of("""
                apiVersion: storage.k8s.io/v1
                kind: CSIDriver
                metadata: {name: disk.example.com}
                spec: {%s}
                """.formatted(spec));
        if (finding == null) {
            driver.isAccepted();
        } else {
            driver.finds(finding);
        }
    }

    @Test
    void a_volume_attributes_class_has_a_driver_and_parameters() {
        String attributes = """
                apiVersion: storage.k8s.io/v1
                kind: VolumeAttributesClass
                metadata: {name: fast}
                """;
        Expectation.of(attributes + "driverName: ebs.csi.aws.com\nparameters: {iops: '4000'}")
                .isAccepted();
        Expectation.of(attributes)
                .finds(
                        "provisioner FieldValueRequired driverName",
                        "class-parameters-needed FieldValueRequired parameters");
    }
}
