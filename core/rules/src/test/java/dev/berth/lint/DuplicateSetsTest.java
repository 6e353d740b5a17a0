package dev.berth.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.finding.Finding;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two StatefulSets with the same name, which a directory of manifests can have. */
class DuplicateSetsTest {

    private static final String VOLUME = """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: disk}
            spec:
              capacity: {storage: 1Gi}
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              hostPath: {path: /disk}
            """;

    private static final String SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: shop}
            spec:
              replicas: %d
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec:
                  containers:
                    - {name: db, image: "db:1", volumeMounts: [{name: data, mountPath: /data}]}
              volumeClaimTemplates:
                - metadata: {name: data}
                  spec:
                    accessModes: [ReadWriteOnce]
                    storageClassName: manual
                    resources: {requests: {storage: 1Gi}}
            """;

    @Test
    void the_second_set_may_have_fewer_replicas_than_the_first() {
        List<HasMetadata> set = new ArrayList<>(Documents.read(VOLUME));
        set.addAll(Documents.read(SET.formatted(2)));
        set.addAll(Documents.read(SET.formatted(1)));
        assertThat(LintRules.check(set, Set.of(), List.of(), KubernetesVersion.recorded()))
                .extracting(Finding::rule)
                .anyMatch(rule -> rule.id().equals("claim-unbound"));
    }
}
