package dev.berth.review.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.review.ApplyOptions;
import dev.berth.review.Review;
import dev.berth.review.Reviewer;
import dev.berth.review.model.ObjectTree;
import dev.berth.review.model.ObjectTreeReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an apply changes in an object that a cluster returned, by what the output states about its fields. */
class ClusterOutputTest {
    private static final String MANIFEST = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                    - {name: web, image: "nginx:1.29", env: [{name: MODE, value: fast}]}
            """;

    /** The same object in a cluster, with a replica that someone added, a label of a policy, and a restart. */
    private static final String LIVE = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              annotations: {deployment.kubernetes.io/revision: "2"}
              creationTimestamp: "2026-11-29T01:40:05Z"
              generation: 4
              labels: {app: web, policy: checked}
              name: web
              namespace: shop
              resourceVersion: "47952"
              uid: eac431a0-5a0f-4d4c-97fd-8e602bbd4e29
              MANAGED
            spec:
              progressDeadlineSeconds: 600
              replicas: 3
              revisionHistoryLimit: 10
              selector: {matchLabels: {app: web}}
              strategy: {rollingUpdate: {maxSurge: 25%, maxUnavailable: 25%}, type: RollingUpdate}
              template:
                metadata:
                  annotations: {kubectl.kubernetes.io/restartedAt: "2026-11-29T02:00:00Z"}
                  labels: {app: web}
                spec:
                  containers:
                    - env: [{name: MODE, value: fast}, {name: TRACE, value: "1"}]
                      image: nginx:1.29
                      imagePullPolicy: IfNotPresent
                      name: web
                      resources: {}
                      terminationMessagePath: /dev/termination-log
                      terminationMessagePolicy: File
                  dnsPolicy: ClusterFirst
                  restartPolicy: Always
                  schedulerName: default-scheduler
                  securityContext: {}
                  terminationGracePeriodSeconds: 30
            status: {readyReplicas: 3, replicas: 3}
            """;

    private static final String APPLIED = """
            managedFields:
                - manager: kubectl
                  operation: Apply
                  fieldsV1:
                    f:metadata: {f:labels: {"f:app": {}}}
                    f:spec:
                      f:replicas: {}
                      f:selector: {}
                      f:template:
                        f:metadata: {f:labels: {"f:app": {}}}
                        f:spec:
                          f:containers:
                            'k:{"name":"web"}':
                              .: {}
                              f:name: {}
                              f:image: {}
                              f:env:
                                'k:{"name":"MODE"}': {.: {}, f:name: {}, f:value: {}}
                                'k:{"name":"TRACE"}': {.: {}, f:name: {}, f:value: {}}
                - manager: policy-agent
                  operation: Update
                  fieldsV1: {f:metadata: {f:labels: {"f:policy": {}}}}
            """.stripTrailing();

    @Test
    void managed_fields_state_what_the_author_wrote_and_what_others_set() {
        assertThat(changes(live(APPLIED), MANIFEST))
                .containsExactlyInAnyOrder(
                        "spec.replicas: 3 -> 2",
                        "spec.template.spec.containers[web].env[TRACE]: {name: TRACE, value: 1} -> null");
    }

    @Test
    void a_field_that_another_manager_set_stays() {
        String traced = APPLIED.replace(
                "'k:{\"name\":\"TRACE\"}': {.: {}, f:name: {}, f:value: {}}", "'k:{\"name\":\"NONE\"}': {}");
        assertThat(changes(live(traced), MANIFEST)).containsExactly("spec.replicas: 3 -> 2");
    }

    @Test
    void kubectl_records_the_manifest_that_it_applied_client_side() {
        String applied = "annotations: {kubectl.kubernetes.io/last-applied-configuration: '{\"kind\":\"Deployment\","
                + "\"metadata\":{\"labels\":{\"app\":\"web\"}},\"spec\":{\"template\":{\"spec\":{\"containers\":[{"
                + "\"name\":\"web\",\"env\":[{\"name\":\"MODE\"},{\"name\":\"TRACE\"}]}]}}}}'";
        assertThat(changes(live("").replace("annotations: {deployment", applied + ", deployment"), MANIFEST))
                .containsExactlyInAnyOrder(
                        "spec.replicas: 3 -> 2",
                        "spec.template.spec.containers[web].env[TRACE]: {name: TRACE, value: 1} -> null");
    }

    @Test
    void without_any_record_the_author_wrote_everything_that_the_server_and_controllers_do_not_set() {
        assertThat(changes(live(""), MANIFEST))
                .containsExactlyInAnyOrder(
                        "metadata.labels[policy]: checked -> null",
                        "spec.replicas: 3 -> 2",
                        "spec.template.spec.containers[web].env[TRACE]: {name: TRACE, value: 1} -> null");
    }

    @Test
    void the_output_of_a_cluster_can_also_be_the_new_tree() {
        assertThat(changes(MANIFEST, live(APPLIED)))
                .containsExactlyInAnyOrder(
                        "metadata.labels[policy]: null -> checked",
                        "spec.replicas: 2 -> 3",
                        "spec.template.spec.containers[web].env[TRACE]: null -> {name: TRACE, value: 1}");
        assertThat(changes(live(APPLIED), live(""))).isEmpty();
    }

    @Test
    void fields_that_an_author_has_not_stated_since_the_first_apply_keep_their_first_default() {
        String always = live("").replace("imagePullPolicy: IfNotPresent", "imagePullPolicy: Always")
                .replace("nginx:1.29", "nginx:latest");
        assertThat(changes(always.replace("replicas: 3\n  rev", "replicas: 2\n  rev"), MANIFEST))
                .doesNotContain("spec.template.spec.containers[web].imagePullPolicy: Always -> IfNotPresent")
                .contains("spec.template.spec.containers[web].image: nginx:latest -> nginx:1.29");
    }

    @Test
    void an_object_of_an_unknown_creator_is_not_removed_and_named_in_a_note() {
        String other = live("").replace("name: web\n  namespace", "name: other\n  namespace");
        Review review = review(live("") + "---\n" + other, MANIFEST, Optional.of(true));
        assertThat(review.findings())
                .extracting(finding -> finding.object().name())
                .containsOnly("web");
        assertThat(review.notes())
                .containsExactly(
                        "The cluster also contains Deployment \"other\" in namespace \"shop\". Nothing states who"
                                + " created it, so it is not compared: read the cluster with --show-managed-fields.");
    }

    @Test
    void an_object_that_another_manager_created_is_not_removed() {
        String other = live(APPLIED.replace("manager: kubectl", "manager: operator"))
                .replace("name: web\n  namespace", "name: other\n  namespace");
        Review review = review(live(APPLIED) + "---\n" + other, MANIFEST, Optional.of(true));
        assertThat(review.findings())
                .extracting(finding -> finding.object().name())
                .containsOnly("web");
        assertThat(review.notes()).isEmpty();
    }

    @Test
    void an_object_of_another_release_or_application_is_not_removed() {
        String mine = live(APPLIED)
                .replace("labels: {app: web, policy", "labels: {argocd.argoproj.io/instance: shop, app: web, policy");
        String theirs = mine.replace("name: web\n  namespace", "name: other\n  namespace")
                .replace("instance: shop", "instance: pay");
        String removed = mine.replace("name: web\n  namespace", "name: old\n  namespace");
        Review review = review(mine + "---\n" + theirs + "---\n" + removed, MANIFEST, Optional.of(false));
        assertThat(review.findings())
                .filteredOn(finding -> finding.rule().id().equals("remains"))
                .extracting(finding -> finding.object().name())
                .containsExactly("old");
    }

    @Test
    void objects_without_a_namespace_are_applied_to_the_one_of_the_cluster() {
        assertThat(changes(
                        live(APPLIED), MANIFEST.replace(", namespace: shop", "").replace("replicas: 2", "replicas: 3")))
                .containsExactly("spec.template.spec.containers[web].env[TRACE]: {name: TRACE, value: 1} -> null");
    }

    @Test
    void a_value_that_the_tree_did_not_change_was_changed_in_the_cluster() {
        String applied = "annotations: {kubectl.kubernetes.io/last-applied-configuration: '{\"apiVersion\":\"apps/v1\","
                + "\"kind\":\"Deployment\",\"metadata\":{\"name\":\"web\",\"namespace\":\"shop\"},\"spec\":{\"replicas\":2}}'";
        Review review = review(
                live("").replace("annotations: {deployment", applied + ", deployment"), MANIFEST, Optional.empty());
        assertThat(review.findings())
                .extracting(finding -> finding.rule().id() + " " + finding.field() + ": " + finding.message())
                .containsExactly(
                        "changed-in-cluster spec.replicas: The tree did not change this field since the last apply:"
                                + " someone changed it in the cluster. An apply changes it back.");
    }

    @Test
    void server_side_apply_compares_values_as_they_are_written() {
        String memory = MANIFEST.replace("replicas: 2", "replicas: 3")
                .replace("name: web, image", "resources: {limits: {memory: 1024Mi}}, name: web, image");
        String taken = live(APPLIED)
                .replace("resources: {}", "resources: {limits: {memory: 1Gi}}")
                .replace(
                        "f:metadata: {f:labels: {\"f:policy\": {}}}",
                        "f:spec: {f:template: {f:spec: {f:containers: {"
                                + "'k:{\"name\":\"web\"}': {f:resources: {f:limits: {f:memory: {}}}}}}}}");
        assertThat(review(taken, memory, Optional.empty()).findings())
                .filteredOn(finding -> finding.rule().id().equals("apply-conflict"))
                .extracting(finding -> finding.field() + ": " + finding.message())
                .containsExactly(
                        "spec.template.spec.containers[web].resources.limits[memory]: Server-side apply stops with a"
                                + " conflict, because \"policy-agent\" set the field. Nothing of the object changes.");
    }

    private static String live(String managed) {
        return LIVE.replace("MANAGED", managed);
    }

    private static List<String> changes(String before, String after) {
        return review(before, after, Optional.empty()).findings().stream()
                .map(finding -> finding.field() + ": " + finding.requireChange().from() + " -> "
                        + finding.requireChange().to())
                .distinct()
                .toList();
    }

    private static Review review(String before, String after, Optional<Boolean> prune) {
        return Reviewer.review(
                tree("before", before),
                tree("after", after),
                KubernetesVersion.recorded(),
                new ApplyOptions(prune, Optional.empty(), "kubectl", Set.of()));
    }

    private static ObjectTree tree(String name, String text) {
        return ObjectTreeReader.read(name, "", Map.of("tree.yaml", text));
    }
}
