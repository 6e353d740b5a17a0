package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The command of {@code docs/cluster.md} that reads a running cluster, with the kubeconfig of the user. */
class ReviewClusterIT {

    private static final String GOAL =
            "dev.berth:berth-maven-plugin:" + System.getProperty("berth.version") + ":review";
    private static final String TREE = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
              namespace: shop
            data:
              LEVEL: debug
            ---
            apiVersion: v1
            kind: Secret
            metadata:
              name: password
              namespace: shop
            stringData:
              password: new-and-secret
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata:
              name: data
              namespace: shop
            spec:
              storageClassName: fast
              accessModes: [ReadWriteOnce]
              resources:
                requests:
                  storage: 10Gi
            """;
    private static final String SETTINGS = object("settings", "\"data\":{\"LEVEL\":\"info\"}");
    private static final String PASSWORD =
            object("password", "\"data\":{\"password\":\"b2xkLWFuZC1zZWNyZXQ=\"},\"type\":\"Opaque\"");
    private static final String CLAIM = object("data", """
            "spec": {"storageClassName": "fast", "volumeName": "pvc-7d1f", "accessModes": ["ReadWriteOnce"],
                "resources": {"requests": {"storage": "8Gi"}}},
            "status": {"phase": "Bound", "capacity": {"storage": "8Gi"}}""");
    private static final String VOLUME = """
            {"metadata": {"name": "pvc-7d1f", "uid": "uid-of-pvc-7d1f",
                "annotations": {"pv.kubernetes.io/provisioned-by": "csi.example.com"}},
            "spec": {"storageClassName": "fast", "persistentVolumeReclaimPolicy": "Delete",
                "capacity": {"storage": "8Gi"},
                "claimRef": {"kind": "PersistentVolumeClaim", "namespace": "shop", "name": "data"}},
            "status": {"phase": "Bound"}}""";
    private static final String STORAGE_CLASS = """
            {"metadata": {"name": "fast", "uid": "uid-of-fast"}, "provisioner": "csi.example.com",
            "allowVolumeExpansion": true}""";

    private final ServedNamespace cluster = new ServedNamespace();

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void the_report_states_what_an_apply_does_to_the_objects_of_the_cluster() throws Exception {
        cluster.serve(Map.of(
                "configmaps", SETTINGS + "," + object("old", "\"data\":{\"LEVEL\":\"info\"}"),
                "secrets", PASSWORD,
                "persistentvolumeclaims", CLAIM,
                "persistentvolumes", VOLUME,
                "storageclasses", STORAGE_CLASS));
        MavenRun run = review("review-cluster").passed();
        assertThat(report(run)).isEqualTo("""
                        In place: 4 objects.

                        ConfigMap "settings" in namespace "shop"  (generated/shop.yaml:7)
                          IN PLACE  [config-not-reloaded]
                            data[LEVEL]: info -> debug
                            No pods of the tree read LEVEL. Other pods that read it as environment variables or with subPath keep the old value until they are recreated.

                        Secret "password" in namespace "shop"  (generated/shop.yaml:15)
                          IN PLACE  [config-not-reloaded]
                            data[password]: (not shown) -> (not shown)
                            No pods of the tree read password. Other pods that read it as environment variables or with subPath keep the old value until they are recreated.

                        PersistentVolumeClaim "data" in namespace "shop"  (generated/shop.yaml:27)
                          IN PLACE  [claim-grows]
                            spec.resources.requests[storage]: 8Gi -> 10Gi
                            The volume grows, and then its file system: while mounted if the driver supports that, otherwise on the next start of the pod. It cannot shrink again.

                        ConfigMap "old" in namespace "shop"
                          IN PLACE  [remains]
                            The tree does not contain the object, and nothing deletes it without pruning: it stays in the cluster as it is.
                            What to do: Delete it once it is no longer needed, or apply the tree with pruning.""");
        assertThat(run.output()).doesNotContain("new-and-secret", "b2xkLWFuZC1zZWNyZXQ", "bmV3LWFuZC1zZWNyZXQ");
    }

    @Test
    void what_is_not_allowed_is_one_line_of_the_report() throws Exception {
        cluster.serve(Map.of(
                "configmaps", SETTINGS,
                "secrets", "forbidden",
                "persistentvolumeclaims", CLAIM.replace("\"storage\": \"8Gi\"}}}", "\"storage\": \"10Gi\"}}}"),
                "persistentvolumes", "forbidden",
                "storageclasses", "forbidden"));
        MavenRun run = review("review-cluster-forbidden").passed();
        assertThat(report(run)).isEqualTo("""
                        In place: ConfigMap settings.
                        StorageClass is not allowed to be read, so it is not compared.
                        Secret in namespace "shop" is not allowed to be read, so it is not compared.
                        PersistentVolume is not allowed to be read, so it is not compared.

                        ConfigMap "settings" in namespace "shop"  (generated/shop.yaml:7)
                          IN PLACE  [config-not-reloaded]
                            data[LEVEL]: info -> debug
                            No pods of the tree read LEVEL. Other pods that read it as environment variables or with subPath keep the old value until they are recreated.""");
    }

    @Test
    void a_server_that_is_not_there_is_one_line() throws Exception {
        cluster.close();
        MavenRun run = review("review-cluster-gone");
        assertThat(cluster.withoutPort(run.failure())).isEqualTo("""
                        The trees cannot be reviewed:
                        http://localhost:PORT/ cannot be reached: the connection was refused""");
        assertThat(report(run)).isEmpty();
    }

    /** Runs the command of the page: there is no project, only a repository with a tree. */
    private MavenRun review(String directory, String... more) throws Exception {
        TestProject project = TestProject.empty(directory)
                .write("kubeconfig", cluster.kubeconfig())
                .write("generated/shop.yaml", TREE);
        Git.init().setDirectory(project.path("").toFile()).call().close();
        List<String> arguments = new ArrayList<>(List.of(GOAL, "-Dberth.before=cluster"));
        arguments.addAll(List.of(more));
        return project.mvn(
                Map.of("KUBECONFIG", project.path("kubeconfig").toString()), arguments.toArray(new String[0]));
    }

    /** The report, which has no levels, in contrast to the log of Maven. */
    private static String report(MavenRun run) {
        return run.output()
                .lines()
                .filter(line -> !line.startsWith("[INFO]") && !line.startsWith("[ERROR]"))
                .collect(Collectors.joining("\n"));
    }

    private static String object(String name, String fields) {
        return "{\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"shop\",\"uid\":\"uid-of-" + name + "\","
                + "\"managedFields\":[{\"manager\":\"kubectl\",\"operation\":\"Apply\",\"fieldsV1\":{\"f:data\":{},\"f:spec\":{\"f:accessModes\":{},\"f:resources\":{\"f:requests\":{\"f:storage\":{}}},\"f:storageClassName\":{}}}}]},"
                + fields + "}";
    }
}
