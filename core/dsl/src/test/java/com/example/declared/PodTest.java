package com.example.declared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.workload.Container;
import dev.berth.workload.Pod;
import dev.berth.yaml.YamlWriter;
import org.junit.jupiter.api.Test;

class PodTest {

    private final Container nginx =
            Container.named("nginx").image("nginx:1.29-alpine").build();

    @Test
    void a_pod_without_annotations_has_none() {
        var pod = Pod.named("web").container(nginx).build();

        assertThat(new YamlWriter().toYaml(pod.toModel())).isEqualTo("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: web
                  labels:
                    app: web
                spec:
                  containers:
                  - name: nginx
                    image: nginx:1.29-alpine
                """);
    }

    @Test
    void a_pod_has_its_own_labels_and_annotations_and_those_of_its_kind() {
        var pod = Pod.named("web")
                .container(nginx)
                .putLabel("stage", "live")
                .putPodLabel("tier", "front")
                .putAnnotation("example.com/owner", "web")
                .putPodAnnotation("example.com/scrape", "true")
                .build();

        assertThat(new YamlWriter().toYaml(pod.toModel())).isEqualTo("""
                apiVersion: v1
                kind: Pod
                metadata:
                  name: web
                  labels:
                    app: web
                    stage: live
                    tier: front
                  annotations:
                    example.com/owner: web
                    example.com/scrape: "true"
                spec:
                  containers:
                  - name: nginx
                    image: nginx:1.29-alpine
                """);
    }
}
