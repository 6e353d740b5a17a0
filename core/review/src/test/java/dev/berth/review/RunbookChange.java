package dev.berth.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.ObjectTreeReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A change: a text in the tree, and its replacement. */
public enum RunbookChange {
    GROW_CLAIM_TEMPLATE("            storage: 1Gi\n---", "1Gi", "2Gi"),
    SHRINK_CLAIM_TEMPLATE("            storage: 1Gi\n---", "1Gi", "500Mi"),
    RENAME_CLAIM_TEMPLATE("name: postgres-data", "data", "volume"),
    RENAME_SET("kind: StatefulSet\nmetadata:\n  name: postgres\n", "name: postgres", "name: db"),
    MOVE_SET(
            "kind: StatefulSet\nmetadata:\n  name: postgres\n  namespace: statefulset-demo", "statefulset-demo", "new"),
    SERVICE_NAME("serviceName: postgres-headless", "headless", "peers"),
    SCALE_DOWN_DELETES("replicas: 3", "3", "1"),
    SCALE_DOWN_KEEPS("replicas: 2", "2", "1"),
    MAJOR_VERSION_OVER_A_DUMP("image: postgres:17", "17", "18"),
    MAJOR_VERSION_IN_PLACE("image: redis:7.2", "7.2", "8.0"),
    MAJOR_VERSION_DOWN("image: redis:7.2", "7.2", "6.2"),
    DATA_DIRECTORY("data/pgdata", "pgdata", "17/main"),
    DATA_DIRECTORY_BELOW_ITSELF("data/pgdata", "pgdata", "pgdata/17"),
    DATA_DIRECTORY_OFF_THE_VOLUME("value: /var/lib/postgresql/data/pgdata", "/var/lib/postgresql/data", "/srv"),
    SUB_PATH("subPath: redis", "redis", "other"),
    SUB_PATH_GONE(", subPath: redis", ", subPath: redis", ""),
    MOUNT_PATH("mountPath: /logs", "/logs", "/var/log"),
    MOUNT_REMOVED("\n        - {name: logs, mountPath: /logs}", "\n        - {name: logs, mountPath: /logs}", ""),
    MOUNTS_SWAPPED(
            "- {name: data, mountPath: /data, subPath: redis}\n        - {name: logs, mountPath: /logs}",
            "- {name: data, mountPath: /data, subPath: redis}\n        - {name: logs, mountPath: /logs}",
            "- {name: logs, mountPath: /data, subPath: redis}"),
    WHEN_DELETED("whenDeleted: Retain", "Retain", "Delete"),
    WHEN_SCALED("whenScaled: Retain", "Retain", "Delete"),
    SET_GONE(
            "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: cache,",
            "apps/v1\nkind: StatefulSet",
            "example.com/v1\nkind: Cache"),
    CLASS_PROVISIONER("ebs.csi.aws.com", "ebs.csi.aws.com", "pd.csi.storage.gke.io"),
    CLASS_GONE("metadata: {name: fast-ssd}", "fast-ssd", "slow"),
    CLAIM_SHRINKS("{storage: 5Gi}}\n---\napiVersion: v1", "5Gi", "1Gi"),
    CLAIM_GROWTH_FORBIDDEN(
            "storageClassName: fast-ssd\n  accessModes: [ReadWriteOnce]\n" + "  resources: {requests: {storage: 5Gi}}",
            "5Gi",
            "9Gi"),
    CLAIM_GONE(
            "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: more-files",
            "v1\nkind: PersistentVolumeClaim",
            "example.com/v1\nkind: Files"),
    CLAIM_RENAMED("name: more-files", "more", "other"),
    NAMESPACE_GONE("kind: Namespace\nmetadata: {name: statefulset-demo}", "statefulset-demo", "new"),
    VOLUME_GONE("metadata: {name: disk}", "disk", "other-disk"),
    VOLUME_SOURCE("/data/one", "one", "two"),
    VOLUME_RECLAIM_POLICY("persistentVolumeReclaimPolicy: Retain", "Retain", "Delete"),
    OTHER_CLAIM("claimName: files", "files", "more-files"),
    OTHER_SOURCE(
            "persistentVolumeClaim: {claimName: files}",
            "persistentVolumeClaim: {claimName: files}",
            "hostPath: {path: /srv}"),
    CLAIM_TO_TEMPLATE(
            "      volumes: [{name: queue, persistentVolumeClaim: {claimName: queue-files}}]",
            "      volumes: [{name: queue, persistentVolumeClaim: {claimName: queue-files}}]",
            "  volumeClaimTemplates:\n  - metadata: {name: queue}\n    spec: {accessModes: [ReadWriteOnce],"
                    + " resources: {requests: {storage: 2Gi}}}"),
    TEMPLATE_TO_SCRATCH(Tree.SINK, Tree.SINK, "      volumes: [{name: sink, emptyDir: {}}]"),
    TEMPLATE_ADDED(
            "        - {name: sink, mountPath: /sink}\n" + Tree.SINK,
            Tree.SINK,
            "        - {name: index, mountPath: /index}\n" + Tree.SINK
                    + "\n  - metadata: {name: index}\n    spec: {accessModes: [ReadWriteOnce], resources:"
                    + " {requests: {storage: 1Gi}}}"),
    TEMPLATE_CLASS(Tree.SINK, "{accessModes", "{storageClassName: fast-ssd, accessModes"),
    TEMPLATE_MODE(Tree.SINK, "{accessModes", "{volumeMode: Block, accessModes"),
    DEPLOYMENT_TO_SET(
            "kind: Deployment\nmetadata: {name: mail, namespace: statefulset-demo}\nspec:\n",
            "kind: Deployment\nmetadata: {name: mail, namespace: statefulset-demo}\nspec:\n",
            "kind: StatefulSet\nmetadata: {name: mail, namespace: statefulset-demo}\nspec:\n"
                    + "  volumeClaimTemplates:\n  - metadata: {name: spool}\n    spec: {accessModes:"
                    + " [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}\n"),
    DEPLOYMENT_SELECTOR("matchLabels: {app: web}", "app: web", "tier: front"),
    SECRET_TYPE("type: Opaque", "Opaque", "example.com/other"),
    CONFIG_IMMUTABLE("data: {key: old}", "old", "new"),
    SERVICE_ADDRESS("clusterIP: 10.0.0.10", "10.0.0.10", "10.0.0.11"),
    JOB_TEMPLATE("image: 'migrate:1'", "migrate:1", "migrate:2"),
    REFUSED_AND_LOSSY("serviceName: cache\n  replicas: 2", "cache\n  replicas: 2", "other\n  replicas: 1"),
    STRATEGY(
            "kind: Deployment\nmetadata: {name: web, namespace: statefulset-demo}\nspec:\n",
            "spec:\n",
            "spec:\n  strategy: {type: Recreate}\n"),
    SERVICE_NAME_ON_DELETE("serviceName: sink\n", "sink\n", "drain\n  updateStrategy: {type: OnDelete}\n"),
    SEVERAL_OBJECTS("""
            provisioner: ebs.csi.aws.com
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: files, namespace: statefulset-demo}
            spec:
              storageClassName: fast-ssd
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 5Gi}}""", """
            provisioner: ebs.csi.aws.com
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: files, namespace: statefulset-demo}
            spec:
              storageClassName: fast-ssd
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 5Gi}}""", """
            provisioner: pd.csi.storage.gke.io
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: files, namespace: statefulset-demo}
            spec:
              storageClassName: fast-ssd
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 9Gi}}"""),
    INVALID_MANIFEST("containerPort: 5432", "5432", "70000");

    /** The only file of the tree. */
    public static final String FILE = "generated/it's one.yaml";

    private final String place;
    private final String text;
    private final String by;

    RunbookChange(String place, String text, String by) {
        this.place = place;
        this.text = text;
        this.by = by;
    }

    /** Returns the tree after the change. */
    String of(String tree) {
        assertThat(tree).contains(place);
        return tree.replace(place, place.replace(text, by));
    }

    /** Returns the review of the change. */
    public Review review() {
        return Reviewer.review(Tree.BEFORE, after());
    }

    /** Returns the tree before the change. */
    static String tree() {
        return Tree.text();
    }

    /** Returns the objects before the change. */
    public static ObjectTree before() {
        return Tree.BEFORE;
    }

    /** Returns the objects after the change. */
    public ObjectTree after() {
        return ObjectTreeReader.read("after", "", Map.of(FILE, of(Tree.text())));
    }

    /** The tree that changes. */
    private static final class Tree {
        private static final String SINK =
                "  volumeClaimTemplates:\n  - metadata: {name: sink}\n    spec: {accessModes: [ReadWriteOnce],"
                        + " resources: {requests: {storage: 3Gi}}}";

        private static final ObjectTree BEFORE = ObjectTreeReader.read("before", "", Map.of(FILE, text()));

        static String text() {
            return read("postgres") + read("others");
        }

        private static String read(String name) {
            try (InputStream in = RunbookChange.class.getResourceAsStream("/review/" + name + ".yaml")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
