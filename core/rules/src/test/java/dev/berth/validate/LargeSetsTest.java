package dev.berth.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Related objects are found, however far apart they are in the directory. */
class LargeSetsTest {

    private static final String SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              serviceName: db
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec: {containers: [{name: db, image: example.com/db:1, ports: [{name: sql, containerPort: 5432}]}]}
            """;

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: db}
            spec: {clusterIP: None, selector: {app: db}, ports: [{port: 5432, targetPort: sql}]}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path directory;

    /** Returns more objects than are judged at once, all without findings. */
    private static String others() {
        return IntStream.range(0, 2 * TreeObjects.AT_ONCE)
                .mapToObj("{apiVersion: v1, kind: ConfigMap, metadata: {name: other-%d}}\n"::formatted)
                .collect(Collectors.joining("---\n"));
    }

    private List<String> linesOf(String... documents) throws IOException {
        for (int i = 0; i < documents.length; i++) {
            Files.writeString(directory.resolve(i + ".yaml"), documents[i]);
        }
        List<String> lines = new ArrayList<>();
        ValidationLines.of(directory, Map.of(), List.of(), lines::add);
        return lines;
    }

    @Test
    void a_set_and_its_service_find_each_other() throws IOException {
        assertThat(linesOf(SET, others(), SERVICE))
                .containsExactly("514 objects in 3 files: 0 errors, 0 warnings, 0 notes");
    }

    @Test
    void a_finding_for_a_service_is_at_its_own_line_although_the_rule_starts_at_the_stateful_set() throws IOException {
        String probing =
                SET.replace("ports: [", "args: [--join, db-0.db], readinessProbe: {tcpSocket: {port: sql}}, ports: [");
        assertThat(linesOf(probing.replace("spec:\n  service", "spec:\n  replicas: 3\n  service"), others(), SERVICE))
                .containsExactly(
                        "2.yaml:4: warning: Service \"db\": spec.publishNotReadyAddresses: The pods of StatefulSet \"db\""
                                + " have a readiness probe and refer to each other. A pod that only becomes ready"
                                + " once it has found its peers never finds them. Set publishNotReadyAddresses: true"
                                + " on the"
                                + " Service. (headless-hides-starting-peers)",
                        "514 objects in 3 files: 0 errors, 1 warning, 0 notes");
    }

    @Test
    void claims_and_volumes_are_bound_in_the_order_of_the_whole_directory() throws IOException {
        String claim = """
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: %s}
                spec: {storageClassName: manual, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                """;
        String volume = """
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: only}
                spec:
                  capacity: {storage: 1Gi}
                  accessModes: [ReadWriteOnce]
                  storageClassName: manual
                  nfs: {server: nfs.example.com, path: /}
                """;
        assertThat(linesOf(
                        claim.formatted("first"),
                        others(),
                        claim.formatted("second"),
                        others().replace("other", "more"),
                        volume))
                .containsExactly(
                        "2.yaml:4: warning: PersistentVolumeClaim \"second\": spec: PersistentVolume \"only\": it is"
                                + " bound to another claim. There is no StorageClass \"manual\" to provision a"
                                + " volume. The claim stays Pending, or gets a new, empty volume instead of the"
                                + " intended one. Make the claim and the volume match. (claim-unbound)",
                        "1027 objects in 5 files: 0 errors, 1 warning, 0 notes");
    }

    @Test
    void an_endpoint_slice_provides_the_endpoints_of_a_service_without_a_selector() throws IOException {
        String slice = """
                apiVersion: discovery.k8s.io/v1
                kind: EndpointSlice
                metadata: {name: db-1, labels: {kubernetes.io/service-name: db}}
                addressType: IPv4
                """;
        assertThat(linesOf(SERVICE.replace("selector: {app: db}, ", "").replace(", targetPort: sql", ""), slice))
                .containsExactly("2 objects in 2 files: 0 errors, 0 warnings, 0 notes");
    }

    @Test
    void a_custom_resource_that_is_also_called_service_is_a_different_kind() throws IOException {
        String custom = "{apiVersion: serving.knative.dev/v1, kind: Service, metadata: {name: db}}";
        assertThat(linesOf(custom, SET, SERVICE))
                .containsExactly(
                        "3 objects in 3 files: 0 errors, 0 warnings, 0 notes. Not judged: 1 object (1 Service)");
        assertThat(linesOf(custom, SET, "{}"))
                .anyMatch(line -> line.startsWith("1.yaml:5: warning: StatefulSet \"db\": spec.serviceName:"));
    }
}
