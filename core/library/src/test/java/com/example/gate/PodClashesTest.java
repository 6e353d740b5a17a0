package com.example.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.berth.gate.SetGate;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.manifest.RawManifest;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What clashes within the pod of one object, each with its exact message. */
class PodClashesTest {

    private final Namespace shop = Namespace.named("shop").build();

    @Test
    void two_mounts_at_one_path_clash_even_when_they_are_written_differently() {
        Manifest pod = raw("""
                {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {
                  volumes: [{name: a, emptyDir: {}}, {name: b, emptyDir: {}}],
                  containers: [
                    {name: c, volumeMounts: [{name: a, mountPath: /data}, {name: b, mountPath: /data/}]},
                    {name: d, volumeMounts: [{name: a, mountPath: /data}, {name: b, mountPath: /data/b}]}]}}""");
        assertThat(problems(pod))
                .containsExactly(
                        "Pod \"p\" in namespace \"shop\": spec.containers[0].volumeMounts[1].mountPath: container"
                                + " \"c\" mounts \"a\" at \"/data\" already, and \"b\" too: move one");
    }

    @Test
    void two_volumes_of_one_name_clash() {
        Manifest pod = raw("""
                {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [],
                  volumes: [{name: a, emptyDir: {}}, {name: a, hostPath: {path: /a}}]}}""");
        assertThat(problems(pod))
                .containsExactly("Pod \"p\" in namespace \"shop\": spec.volumes[1]: the name \"a\" is that of"
                        + " spec.volumes[0] already: rename one");
    }

    @Test
    void a_volume_and_a_claim_template_of_one_name_clash_for_the_claim_would_replace_the_volume() {
        Manifest set = raw("""
                {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: s}, spec: {
                  volumeClaimTemplates: [{metadata: {name: data}}, {metadata: {name: data}}],
                  template: {spec: {containers: [], volumes: [{name: data, emptyDir: {}}]}}}}""");
        assertThat(problems(set))
                .containsExactly(
                        "StatefulSet \"s\" in namespace \"shop\": spec.volumeClaimTemplates[1]: the name \"data\" is that"
                                + " of spec.volumeClaimTemplates[0] already: rename one",
                        "StatefulSet \"s\" in namespace \"shop\": spec.template.spec.volumes[0]: the name \"data\" is"
                                + " that of spec.volumeClaimTemplates[0] already: rename one");
    }

    private List<String> problems(Manifest... manifests) {
        ManifestFile file = ManifestFile.of("all.yaml", manifests).in(shop);
        return SetGate.problems(ManifestSet.of(file).models()).stream()
                .map(finding -> finding.object() + ": " + finding.text())
                .toList();
    }

    private static Manifest raw(String yaml) {
        try {
            return raw((HasMetadata) new YAMLMapper().readValue(yaml, KubernetesResource.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Manifest raw(HasMetadata model) {
        return RawManifest.of(model);
    }
}
