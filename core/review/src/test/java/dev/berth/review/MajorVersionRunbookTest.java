package dev.berth.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.ObjectTreeReader;
import dev.berth.review.runbook.Runbook;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The runbook of a major upgrade of PostgreSQL, where the server is not the only container with its image. */
class MajorVersionRunbookTest {
    private static final String SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: demo}
            spec:
              serviceName: db
              replicas: 1
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec:
                  initContainers:
                  - {name: clone, image: postgres:14.24, volumeMounts: [{name: data, mountPath: /var/lib/postgresql/data}]}
                  containers:
                  - {name: server, image: postgres:14.24, volumeMounts: [{name: data, mountPath: /var/lib/postgresql/data}]}
              volumeClaimTemplates:
              - metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            """;

    @Test
    void the_server_is_dumped_and_not_an_init_container_which_has_ended() {
        assertThat(script(SET))
                .contains("dump \"db-$ordinal\" 'server'", "load \"db-$ordinal\" 'server'")
                .doesNotContain("'clone'");
    }

    @Test
    void every_server_of_the_tree_is_dumped_if_there_are_no_claims_to_find_them_by() {
        String withoutClaims = SET.substring(0, SET.indexOf("  volumeClaimTemplates"))
                .replace("replicas: 1", "replicas: 2")
                .replace(
                        "      containers:",
                        "      volumes: [{name: data, persistentVolumeClaim: {claimName: shared}}]\n      containers:");
        assertThat(script(withoutClaims))
                .contains(
                        "  for ordinal in 0 1; do\n", "dump \"db-$ordinal\" 'server'", "load \"db-$ordinal\" 'server'")
                .doesNotContain("ordinals=$(ordinals )");
    }

    private static String script(String set) {
        return Reviewer.review(tree(set), tree(set.replace("14.24", "15.18"))).runbooks().stream()
                .filter(Runbook::hasCommands)
                .findFirst()
                .orElseThrow()
                .script();
    }

    private static ObjectTree tree(String text) {
        return ObjectTreeReader.read("tree", "", Map.of("db.yaml", text));
    }
}
