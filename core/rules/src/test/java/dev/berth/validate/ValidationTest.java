package dev.berth.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationTest {

    private static final String BROKEN = """
            # two documents
            apiVersion: v1
            kind: Service
            metadata: {name: db}
            spec:
              ports:
                - port: 70000
              selector: {app: p}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: p, labels: {app: p}}
            spec:
              containers:
                - name: c
                  image: example.com/c:1
                  envFrom:
                    - configMapRef:
                        name: absent
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path directory;

    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void write_files_of_every_kind() throws IOException {
        write("a/broken.yaml", BROKEN);
        write(
                "list.json",
                "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [{\"apiVersion\": \"v1\","
                        + " \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"c\"}, \"data\": {\"k\": 1}}]}");
        write("notes.txt", "read me");
        write("values.yaml", "replicas: 3\n");
        write("wrong.yml", "apiVersion: v1\nkind: [Pod\n");
        write(".git/config.yaml", "a: [b\n");
    }

    @Test
    void every_file_is_judged_and_each_finding_names_its_file_line_object_field_and_rule() {
        Optional<String> failure = ValidationLines.of(directory, Map.of(), List.of(), lines::add);
        assertThat(lines)
                .anyMatch(line -> line.startsWith(
                                "a/broken.yaml:7: error: Service \"db\": spec.ports[0].port: Invalid value: 70000")
                        && line.endsWith(")"))
                .contains(
                        "a/broken.yaml:19: warning: Pod \"p\": spec.containers[0].envFrom[0].configMapRef.name: ConfigMap"
                                + " \"absent\" is in no file. If it is not in the cluster either, the pod waits for it, in"
                                + " ContainerCreating or CreateContainerConfigError. Add it to a file, or list"
                                + " ConfigMap/absent in berth.existing if it is in the cluster. (config-map-missing)")
                .anyMatch(line -> line.startsWith("list.json:1: error: ConfigMap \"c\": data.k: "))
                .anyMatch(line -> line.startsWith("wrong.yml:") && line.contains(": error: "))
                .noneMatch(line -> line.startsWith(".git"));
        assertThat(failure)
                .contains(
                        "4 objects in 4 files: 4 errors, 1 warning, 0 notes. Not judged: 1 document of other programs, 1"
                                + " file that is not YAML or JSON");
    }

    @Test
    void a_directory_without_faults_passes() throws IOException {
        Path right = Files.createDirectory(directory.resolve("right"));
        Files.writeString(right.resolve("map.yaml"), "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}\n");
        assertThat(ValidationLines.of(right, Map.of(), List.of(), lines::add)).isEmpty();
        assertThat(lines).containsExactly("1 object in 1 file: 0 errors, 0 warnings, 0 notes");
    }

    @Test
    void refused_objects_and_objects_without_rules_still_count_as_existing() throws IOException {
        Path set = Files.createDirectory(directory.resolve("named"));
        Files.writeString(set.resolve("all.yaml"), """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {k: 1}}
                ---
                {apiVersion: snapshot.storage.k8s.io/v1, kind: VolumeSnapshot, metadata: {name: s}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  containers: [{name: c, image: "c:1", envFrom: [{configMapRef: {name: c}}]}]
                ---
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: v}
                spec:
                  accessModes: [ReadWriteOnce]
                  resources: {requests: {storage: 1Gi}}
                  dataSource: {apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: s}
                """);
        ValidationLines.of(set, Map.of(), List.of(), lines::add);
        assertThat(lines)
                .containsExactly(
                        "all.yaml:1: error: ConfigMap \"c\": data.k: Malformed: a string is expected, not an integer;"
                                + " put it in quotes (wrong-type)",
                        "4 objects in 1 file: 1 error, 0 warnings, 0 notes. Not judged: 1 object (1 VolumeSnapshot)");
    }

    @Test
    void selectors_are_not_reported_as_empty_if_pods_cannot_be_decoded(@TempDir Path torn) throws IOException {
        Files.writeString(torn.resolve("db.yaml"), """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec:
                  replicas: three
                  serviceName: db
                  selector: {matchLabels: {app: db}}
                  template:
                    metadata: {labels: {app: db}}
                    spec: {containers: [{name: db, image: "example.com/db:1"}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: db}
                spec: {clusterIP: None, selector: {app: db}, ports: [{port: 5432}]}
                ---
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: db}
                spec: {minAvailable: 1, selector: {matchLabels: {app: db}}}
                """);
        ValidationLines.of(torn, Map.of(), List.of(), lines::add);
        assertThat(lines)
                .containsExactly(
                        "db.yaml:5: error: StatefulSet \"db\": spec.replicas: Malformed: an integer is expected, not a"
                                + " string (wrong-type)",
                        "3 objects in 1 file: 1 error, 0 warnings, 0 notes");
    }

    @Test
    void existing_objects_are_declared_by_kind_and_name() {
        ValidationLines.of(directory, Map.of(), List.of("ConfigMap/absent"), lines::add);
        assertThat(lines).noneMatch(line -> line.contains("config-map-missing")).hasSizeGreaterThan(3);
        lines.clear();
        ValidationLines.of(directory, Map.of(), List.of("Config*/abs*"), lines::add);
        assertThat(lines).noneMatch(line -> line.contains("config-map-missing")).hasSizeGreaterThan(3);
        assertThat(ValidationLines.of(directory, Map.of(), List.of("absent"), lines::add))
                .contains("existing: Invalid value: \"absent\": must be a kind and a name, such as Secret/password");
    }

    @Test
    void each_namespace_is_a_separate_set_and_shares_cluster_scoped_objects() throws IOException {
        Path set = Files.createDirectory(directory.resolve("namespaces"));
        String claim = "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c, namespace: %s}, spec:"
                + " {storageClassName: fast, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}\n";
        Files.writeString(
                set.resolve("class.yaml"),
                "{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: fast}, provisioner: example.com/x}\n");
        for (String namespace : List.of("a", "b")) {
            Files.writeString(
                    set.resolve(namespace + ".yaml"),
                    claim.formatted(namespace)
                            + """
                    ---
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: p, namespace: b}
                    spec:
                      containers: [{name: c, image: "c:1", volumeMounts: [{name: v, mountPath: /v}]}]
                      volumes: [{name: v, persistentVolumeClaim: {claimName: c}}]
                    """.replace("namespace: b", "namespace: " + (namespace.equals("a") ? "other" : "b")));
        }
        ValidationLines.of(set, Map.of(), List.of(), lines::add);
        assertThat(lines)
                .anyMatch(line -> line.startsWith("a.yaml:8: error: Pod \"p\"") && line.endsWith("(claim-missing)"))
                .noneMatch(line -> line.startsWith("b.yaml"))
                .filteredOn(line -> line.contains("(class-reclaim-policy-left-out)"))
                .hasSize(1);
    }

    @Test
    void a_volume_is_bound_to_only_one_claim_of_all_namespaces() throws IOException {
        Path set = Files.createDirectory(directory.resolve("volumes"));
        Files.writeString(set.resolve("volume.yaml"), """
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: v}
                spec:
                  storageClassName: ""
                  capacity: {storage: 1Gi}
                  accessModes: [ReadWriteOnce]
                  persistentVolumeReclaimPolicy: Retain
                  nfs: {server: nfs.example.com, path: /v}
                """);
        String claim = "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c, namespace: %s}, spec:"
                + " {storageClassName: '', accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}\n";
        Files.writeString(set.resolve("a.yaml"), claim.formatted("a"));
        Files.writeString(set.resolve("b.yaml"), claim.formatted("b"));
        ValidationLines.of(set, Map.of(), List.of(), lines::add);
        assertThat(lines)
                .noneMatch(line -> line.startsWith("a.yaml"))
                .anyMatch(line -> line.startsWith("b.yaml:1: warning: ") && line.endsWith("(claim-unbound)"));
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void the_warnings_of_the_server_are_reported_at_their_lines_and_a_fault_that_lint_reports_only_once()
            throws IOException {
        Path set = Files.createDirectory(directory.resolve("warned"));
        Files.writeString(set.resolve("pod.yaml"), """
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  nodeSelector:
                    beta.kubernetes.io/os: linux
                  containers:
                  - name: c
                    image: c:1
                    resources:
                      requests: {memory: 0}
                      limits: {memory: 128m}
                  - name: d
                    image: d:1
                    resources:
                      requests: {memory: 64000000500m}
                """);
        Files.writeString(set.resolve("refused.yaml"), """
                apiVersion: v1
                kind: Pod
                metadata: {name: refused}
                spec:
                  nodeSelector: {beta.kubernetes.io/os: linux}
                  containers: []
                """);
        Files.writeString(set.resolve("volume.yaml"), """
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: v}
                spec:
                  accessModes: [ReadWriteOnce]
                  capacity: {storage: 1Gi}
                  persistentVolumeReclaimPolicy: Recycle
                  nfs: {server: nfs.example, path: /}
                """);
        ValidationLines.of(set, Map.of(), List.of(), lines::add);
        assertThat(lines).noneMatch(line -> line.contains("recycle-deprecated"));
        assertThat(lines)
                .filteredOn(line -> line.contains(": warning:"))
                .containsExactly(
                        "pod.yaml:6: warning: Pod \"p\": spec.nodeSelector[beta.kubernetes.io/os]: The node label"
                                + " beta.kubernetes.io/os is deprecated. Use kubernetes.io/os. (node-label-deprecated)",
                        "pod.yaml:16: warning: Pod \"p\": spec.containers[1].resources.requests[memory]: 64000000500m is"
                                + " not a whole number of bytes. Write M for megabytes or Mi for mebibytes; m means"
                                + " thousandths. (fraction-of-a-byte)");
    }
}
