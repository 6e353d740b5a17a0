package dev.berth.tree;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.RawManifest;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.rules.server.ServerView;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A tree that states the server's fields in lists has every field that the server would add there. */
class ServerFieldsInListsTest {
    private static final String VOLUMES = """
              containers:
              - name: app
                image: example.com/app:1
                env:
                - {name: NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
              volumes:
              - name: all
                projected:
                  sources:
                  - downwardAPI: {items: [{path: labels, fieldRef: {fieldPath: metadata.labels}}]}
                  - serviceAccountToken: {path: token}
                  - configMap: {name: settings}
                  - secret: {name: password, items: [{key: a, path: a}]}
              - name: labels
                downwardAPI: {items: [{path: labels, fieldRef: {fieldPath: metadata.labels}}]}
            """;

    static Stream<Arguments> objects() {
        return Stream.of(
                Arguments.of(
                        "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n" + VOLUMES,
                        "/spec/volumes/0/projected/sources"),
                Arguments.of(
                        "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n" + VOLUMES,
                        "/spec/volumes/1/downwardAPI/items"),
                Arguments.of(
                        "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n" + VOLUMES, "/spec/containers/0/env"),
                Arguments.of("""
                        apiVersion: apps/v1
                        kind: StatefulSet
                        metadata: {name: a}
                        spec:
                          selector: {matchLabels: {app: a}}
                          template:
                            metadata: {labels: {app: a}}
                            spec: {containers: [{name: a, image: a}]}
                          volumeClaimTemplates:
                          - apiVersion: v1
                            kind: PersistentVolumeClaim
                            metadata: {name: data}
                            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                        """, "/spec/volumeClaimTemplates"),
                Arguments.of("""
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: a}
                        spec:
                          podSelector: {}
                          ingress: [{ports: [{port: 80}], from: [{podSelector: {}}]}]
                          egress: [{ports: [{port: dns}]}]
                        """, "/spec/ingress"),
                Arguments.of("""
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: a}
                        spec:
                          podSelector: {}
                          egress: [{ports: [{port: dns}, {port: 53, protocol: UDP}]}]
                        """, "/spec/egress"));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void the_server_adds_nothing(String yaml, String list) throws IOException {
        HasMetadata model =
                ManifestReader.of(new YAMLMapper().readTree(yaml)).decode().orElseThrow();
        RawManifest manifest = RawManifest.of(model);
        JsonNode without = ServerView.tree(ManifestFile.of("a.yaml", manifest).toModel(manifest));
        JsonNode with = ServerView.tree(
                ManifestFile.of("a.yaml", manifest).withServerFieldsInLists().toModel(manifest));

        assertThat(ServerView.of(with).at(list)).isEqualTo(with.at(list));
        assertThat(List.of(ServerView.of(without).at(list))).doesNotContain(without.at(list));
    }
}
