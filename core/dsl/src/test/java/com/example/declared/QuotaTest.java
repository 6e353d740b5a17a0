package com.example.declared;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.cores;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.object.ExistingObject;
import dev.berth.policy.HardLimit;
import dev.berth.policy.LimitRange;
import dev.berth.policy.LimitRangeItem;
import dev.berth.policy.ResourceQuota;
import dev.berth.scheduling.PriorityClass;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.ExistingStorageClass;
import org.junit.jupiter.api.Test;

class QuotaTest {

    @Test
    void a_quota_limits_what_a_namespace_uses_in_total() {
        var quota = ResourceQuota.named("shop")
                .limit(HardLimit.requests(cores(4), gibi(8)))
                .addLimits(HardLimit.pods(20), HardLimit.requestsStorage(gibi(100)))
                .build();
        assertThat(Yaml.of(quota)).isEqualTo("""
                apiVersion: v1
                kind: ResourceQuota
                metadata:
                  name: shop
                spec:
                  hard:
                    pods: "20"
                    requests.cpu: "4"
                    requests.memory: 8Gi
                    requests.storage: 100Gi
                """);
    }

    @Test
    void a_quota_can_limit_objects_a_storage_class_and_the_pods_of_a_priority_class() {
        var quota = ResourceQuota.named("batch")
                .limit(HardLimit.limits(cores(8), gibi(16)))
                .addLimit(HardLimit.persistentVolumeClaims(10))
                .addLimit(HardLimit.requestsStorage(new ExistingStorageClass("fast"), gibi(50)))
                .addLimit(HardLimit.count("statefulsets.apps", 3))
                .priorityClass(PriorityClass.existing("batch"))
                .build();
        assertThat(Yaml.of(quota)).isEqualTo("""
                apiVersion: v1
                kind: ResourceQuota
                metadata:
                  name: batch
                spec:
                  scopeSelector:
                    matchExpressions:
                    - scopeName: PriorityClass
                      operator: In
                      values:
                      - batch
                  hard:
                    count/statefulsets.apps: "3"
                    fast.storageclass.storage.k8s.io/requests.storage: 50Gi
                    limits.cpu: "8"
                    limits.memory: 16Gi
                    persistentvolumeclaims: "10"
                """);
        assertThat(quota.existing()).containsExactly(new ExistingObject("PriorityClass", "batch"));
    }

    @Test
    void a_limit_range_limits_each_container_pod_and_claim() {
        var range = LimitRange.named("shop")
                .limit(LimitRangeItem.containers()
                        .defaultRequest(millicores(100), mebi(128))
                        .defaultLimit(millicores(500), mebi(512))
                        .max(cores(2), gibi(4)))
                .addLimit(LimitRangeItem.claims(gibi(1), gibi(100)))
                .build();
        assertThat(Yaml.of(range)).isEqualTo("""
                apiVersion: v1
                kind: LimitRange
                metadata:
                  name: shop
                spec:
                  limits:
                  - type: Container
                    max:
                      cpu: "2"
                      memory: 4Gi
                    default:
                      cpu: 500m
                      memory: 512Mi
                    defaultRequest:
                      cpu: 100m
                      memory: 128Mi
                  - type: PersistentVolumeClaim
                    min:
                      storage: 1Gi
                    max:
                      storage: 100Gi
                """);
        var pods = LimitRange.named("pods")
                .limit(LimitRangeItem.pods().min(millicores(50), mebi(32)).max(cores(4), gibi(8)))
                .build();
        assertThat(Yaml.of(pods)).contains("type: Pod\n    min:\n      cpu: 50m\n", "    max:\n      cpu: \"4\"\n");
    }

    @Test
    void amounts_that_contradict_each_other_are_refused_where_they_are_created() {
        assertRefused(
                () -> LimitRangeItem.containers().min(cores(2), gibi(1)).max(cores(1), gibi(1)),
                "LimitRangeItem min.cpu: Invalid value: \"2\": must not be above max, 1");
        assertRefused(
                () -> LimitRangeItem.containers()
                        .defaultLimit(cores(1), mebi(64))
                        .defaultRequest(millicores(1), mebi(128)),
                "LimitRangeItem defaultRequest.memory: Invalid value: \"128Mi\": must not be above default, 64Mi");
        assertRefused(
                () -> LimitRangeItem.claims(gibi(2), gibi(1)),
                "LimitRangeItem min.storage: Invalid value: \"2Gi\": must not be above max, 1Gi");
        assertRefused(
                () -> LimitRange.named("shop")
                        .limit(LimitRangeItem.claims(gibi(1), gibi(2)))
                        .addLimit(LimitRangeItem.claims(gibi(1), gibi(3)))
                        .build(),
                "LimitRange \"shop\": spec.limits: Invalid value: \"PersistentVolumeClaim\": must have only one item of"
                        + " each type");
        assertRefused(
                () -> ResourceQuota.named("shop")
                        .limit(HardLimit.pods(1))
                        .addLimit(HardLimit.pods(2))
                        .build(),
                "ResourceQuota \"shop\": spec.hard: Invalid value: \"pods\": must be unique");
        assertRefused(() -> HardLimit.pods(-1), "HardLimit: Invalid value: -1: must be at least 0");
        assertRefused(
                () -> HardLimit.count("StatefulSet", 1),
                "HardLimit count: Invalid value: \"StatefulSet\": must be a resource in lower case and in the plural, such"
                        + " as statefulsets.apps");
    }

    private static void assertRefused(Runnable declaration, String message) {
        assertThatThrownBy(declaration::run)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(message);
    }
}
