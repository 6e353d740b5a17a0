package dev.berth.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.ObjectTreeReader;
import dev.berth.review.runbook.Runbook;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** If the claims of the cluster are known, the runbooks are about them: also those of pods that no longer run. */
class RealClaimsInRunbooksTest {
    private static final String SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: demo%s}
            spec:
              serviceName: db
              replicas: 2
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec:
                  containers: [{name: db, image: example.com/db:1, volumeMounts: [{name: data, mountPath: /data}]}]
              volumeClaimTemplates:
              - metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            """;
    private static final String CLAIM = """
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data-db-%d, namespace: demo, uid: "%d", labels: {app: db}}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, volumeName: pv-%d}
            status: {phase: Bound, capacity: {storage: 1Gi}}
            """;

    @Test
    void a_runbook_asks_the_cluster_for_the_claims_when_it_runs() {
        String live = SET.formatted(", uid: set") + CLAIM.formatted(0, 0, 0) + CLAIM.formatted(3, 3, 3);

        assertThat(script(live))
                .contains("ordinals=$(ordinals 'demo/data-db-*' 'demo/files-db-*')", "moving \"data-db-$ordinal\"")
                .isEqualTo(script(SET.formatted("")));
    }

    private static String script(String before) {
        return Reviewer.review(tree(before), tree(SET.formatted("").replace("name: data", "name: files")))
                .runbooks()
                .stream()
                .filter(Runbook::hasCommands)
                .findFirst()
                .orElseThrow()
                .script();
    }

    private static ObjectTree tree(String text) {
        return ObjectTreeReader.read("tree", "", Map.of("db.yaml", text));
    }
}
