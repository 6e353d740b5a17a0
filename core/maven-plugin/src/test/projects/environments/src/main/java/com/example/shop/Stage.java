package com.example.shop;

import static com.example.shop.Cloud.AWS;
import static com.example.shop.Cloud.GOOGLE;
import static dev.berth.value.Bytes.gibi;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.cluster.TargetCluster;
import dev.berth.value.Bytes;

/** An environment of the shop: everything in which it differs from the others. */
enum Stage {
    DEV("dev", AWS, KubernetesVersion.V1_36, 1, gibi(1)),
    STAGING("staging", AWS, KubernetesVersion.V1_36, 2, gibi(10)),
    PROD("prod", GOOGLE, KubernetesVersion.V1_35, 3, gibi(100));

    private final String label;
    private final Cloud cloud;
    private final KubernetesVersion version;
    private final int replicas;
    private final Bytes storage;

    Stage(String label, Cloud cloud, KubernetesVersion version, int replicas, Bytes storage) {
        this.label = label;
        this.cloud = cloud;
        this.version = version;
        this.replicas = replicas;
        this.storage = storage;
    }

    String label() {
        return label;
    }

    Cloud cloud() {
        return cloud;
    }

    TargetCluster cluster() {
        return TargetCluster.of(version).existing("Secret", "registry");
    }

    int replicas() {
        return replicas;
    }

    Bytes storage() {
        return storage;
    }
}
