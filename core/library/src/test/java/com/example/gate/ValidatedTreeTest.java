package com.example.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.cluster.NodePortRange;
import dev.berth.cluster.TargetCluster;
import dev.berth.command.Console;
import dev.berth.command.ValidateCommand;
import dev.berth.config.Secret;
import dev.berth.gate.RulesGate;
import dev.berth.gate.SetGate;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.manifest.RawManifest;
import dev.berth.manifest.SetModels;
import dev.berth.tree.ManifestTree;
import dev.berth.tree.TreeWriter;
import dev.berth.workload.Container;
import dev.berth.workload.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate accepts has no error in {@code validate}, which knows only the rendered files. */
class ValidatedTreeTest {

    private static final Namespace DEMO = Namespace.named("demo").build();

    @TempDir
    private Path directory;

    private static RawManifest storageClass(String provisioner) {
        return RawManifest.of(new StorageClassBuilder()
                .withNewMetadata()
                .withName("fast")
                .addToAnnotations("storageclass.kubernetes.io/is-default-class", "true")
                .endMetadata()
                .withProvisioner(provisioner)
                .withReclaimPolicy("Retain")
                .withVolumeBindingMode("WaitForFirstConsumer")
                .build());
    }

    private static Pod worker() {
        return Pod.named("worker")
                .container(Container.named("main")
                        .image("registry.example.com/worker:1.4")
                        .addEnv(Secret.existing("token").env("TOKEN"))
                        .build())
                .build();
    }

    private static RawManifest robot() {
        return RawManifest.of(new PodBuilder()
                .withNewMetadata()
                .withName("robot")
                .endMetadata()
                .withNewSpec()
                .withServiceAccountName("robot")
                .withHostUsers(false)
                .addNewContainer()
                .withName("main")
                .withImage("registry.example.com/robot:2.0")
                .endContainer()
                .endSpec()
                .build());
    }

    private static RawManifest web() {
        return RawManifest.of(new ServiceBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .endMetadata()
                        .withNewSpec()
                        .withType("NodePort")
                        .addToSelector("app", "web")
                        .addNewPort()
                        .withPort(80)
                        .withNodePort(8080)
                        .endPort()
                        .endSpec()
                        .build())
                .acknowledgement("service-selects-nothing", "Another team deploys\n    the pods: see its tree.");
    }

    private static ManifestSet set() {
        ManifestFile local = ManifestFile.of("classes/local.yaml", storageClass("rancher.io/local-path"));
        return ManifestSet.of(
                        ManifestFile.of("namespace.yaml", DEMO),
                        local,
                        ManifestFile.of("classes/aws.yaml", storageClass("ebs.csi.aws.com"))
                                .insteadOf(local),
                        ManifestFile.of("worker.yaml", worker()).in(DEMO),
                        ManifestFile.of("robot.yaml", robot(), web()).in(DEMO))
                .existing("ServiceAccount", "robot")
                .existing("Secret", "of-no-file");
    }

    private List<String> validated(Map<String, String> parameters) {
        List<String> lines = new ArrayList<>();
        new ValidateCommand(directory, "", Optional.empty(), List.of(), parameters, List.of()).run(new Console() {
            @Override
            public void print(String line) {
                lines.add(line);
            }

            @Override
            public void info(String line) {
                lines.add(line);
            }

            @Override
            public void debug(String line, Throwable thrown) {}
        });
        return lines;
    }

    @Test
    void what_a_declaration_states_is_known_to_validate() throws IOException {
        TargetCluster cluster = TargetCluster.of(KubernetesVersion.V1_34).nodePorts(NodePortRange.of("8000-32767"));
        SetModels models = set().declaredBy("com.example.Demo").models(cluster);
        assertThat(SetGate.problems(models)).isEmpty();
        assertThat(RulesGate.check(models, cluster).problems()).isEmpty();

        TreeWriter.write(ManifestTree.render(models, "mvn generate-manifests"), directory);

        assertThat(Files.readString(directory.resolve("robot.yaml"))).startsWith("""
                # Rendered by Berth from com.example.Demo: robot.yaml
                # Do not edit: change the declaration, then run 'mvn generate-manifests'.
                # Cluster: kubernetesVersion=1.34 nodePortRange=8000-32767
                # Already in the cluster: ServiceAccount/robot
                # Acknowledged: service-selects-nothing of Service/demo/web: Another team deploys the pods: see its tree.

                apiVersion: v1
                """);
        assertThat(Files.readString(directory.resolve("classes/aws.yaml")))
                .contains("\n# Applied instead of: classes/local.yaml\n");
        assertThat(validated(Map.of())).containsExactly("6 objects in 5 files: 0 errors, 0 warnings, 0 notes");
    }

    @Test
    void a_parameter_of_validate_replaces_what_the_declaration_states() {
        TargetCluster cluster = TargetCluster.of(KubernetesVersion.V1_34).nodePorts(NodePortRange.of("8000-32767"));
        SetModels models = set().declaredBy("com.example.Demo").models(cluster);
        TreeWriter.write(ManifestTree.render(models, "mvn generate-manifests"), directory);

        assertThat(validated(Map.of("nodePortRange", "30000-32767")))
                .containsExactly(
                        "robot.yaml:30: error: Service \"web\": spec.ports[0].nodePort: Invalid value: 8080: must be in"
                                + " the node port range of the cluster, 30000-32767 (node-port-range)",
                        "By rule:",
                        "  error    1  node-port-range",
                        "6 objects in 5 files: 1 error, 0 warnings, 0 notes");
    }
}
