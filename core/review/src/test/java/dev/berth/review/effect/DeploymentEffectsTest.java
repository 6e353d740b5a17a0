package dev.berth.review.effect;

import static dev.berth.finding.Effect.REFUSED;
import static dev.berth.finding.Effect.RESTART;

import org.junit.jupiter.api.Test;

/** What a change means for the pods of a Deployment. */
class DeploymentEffectsTest {
    private static final String WEB = """
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: demo}
            spec:
              replicas: 4
              selector: {matchLabels: {role: front}}
              template:
                metadata: {labels: {app: web, role: front}}
                spec:
                  containers: [{name: web, image: 'nginx:1.27'}]
            """;

    @Test
    void a_Deployment_replaces_the_pods_that_it_has_and_creates_the_rest() {
        Triple.of(WEB, WEB.replace("replicas: 4", "replicas: 6").replace("1.27", "1.28"))
                .saying(
                        "deployment-rolling-update",
                        "All 4 pods are replaced by 6, in no particular order; never more than 8 at a time, and never"
                                + " fewer than 5 that are available.");
        Triple.of(WEB.replace("replicas: 4", "replicas: 0"), WEB.replace("1.27", "1.28"))
                .findsNo("deployment-rolling-update");
    }

    @Test
    void a_rollout_of_a_Deployment_is_reported_with_how_many_pods_overlap() {
        Triple.replacing(WEB, "nginx:1.27", "nginx:1.28")
                .finds(
                        RESTART,
                        "deployment-rolling-update",
                        "spec.template.spec.containers[web].image",
                        "nginx:1.27",
                        "nginx:1.28")
                .saying(
                        "deployment-rolling-update",
                        "All 4 pods are replaced, in no particular order; never more than 5 at a time, and never"
                                + " fewer than 3 that"
                                + " are available.")
                .andNothingElse();
    }

    @Test
    void Recreate_causes_downtime() {
        String recreate = WEB.replace("  replicas: 4\n", "  replicas: 4\n  strategy: {type: Recreate}\n");
        Triple.replacing(recreate, "nginx:1.27", "nginx:1.28")
                .finds(
                        RESTART,
                        "deployment-recreate",
                        "spec.template.spec.containers[web].image",
                        "nginx:1.27",
                        "nginx:1.28")
                .andNothingElse();
    }

    @Test
    void Recreate_names_the_pods_that_are_deleted() {
        String recreate = WEB.replace("  replicas: 4\n", "  replicas: 4\n  strategy: {type: Recreate}\n");
        Triple.replacing(recreate, "nginx:1.27", "nginx:1.28")
                .saying(
                        "deployment-recreate",
                        "strategy is Recreate: all 4 pods are deleted before the first new one starts. The service is"
                                + " down in the meantime.");
        String one = WEB.replace("  replicas: 4\n", "  replicas: 1\n  strategy: {type: Recreate}\n");
        Triple.replacing(one, "nginx:1.27", "nginx:1.28")
                .saying(
                        "deployment-recreate",
                        "strategy is Recreate: the pod is deleted before the new one starts. The service is down in"
                                + " the meantime.");
    }

    @Test
    void a_Deployment_without_pods_stops() {
        Triple.replacing(WEB, "replicas: 4", "replicas: 0")
                .saying(
                        "deployment-scale-to-zero",
                        "The service stops: all 4 pods are deleted and not replaced. Data in memory or in their own"
                                + " layers is lost.");
        Triple.replacing(WEB.replace("replicas: 4", "replicas: 1"), "replicas: 1", "replicas: 0")
                .saying(
                        "deployment-scale-to-zero",
                        "The service stops: the pod is deleted and not replaced. Data in memory or in its own layer is"
                                + " lost.");
    }

    @Test
    void rolling_update_settings_that_the_server_set_prevent_Recreate() {
        Triple.of(WEB, WEB.replace("  replicas: 4\n", "  replicas: 4\n  strategy: {type: Recreate}\n"))
                .finds(REFUSED, "deployment-strategy", "spec.strategy.type", "RollingUpdate", "Recreate")
                .andNothingElse();
    }

    @Test
    void settings_of_a_rolling_update_that_the_manifest_states_go_with_the_strategy() {
        String stated = WEB.replace(
                "  replicas: 4\n",
                "  replicas: 4\n  strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}\n");
        Triple.of(stated, WEB.replace("  replicas: 4\n", "  replicas: 4\n  strategy: {type: Recreate}\n"))
                .findsNo("deployment-strategy");
    }

    @Test
    void a_DaemonSet_may_keep_unused_rolling_update_settings() {
        String agent = WEB.replace("Deployment", "DaemonSet").replace("  replicas: 4\n", "");
        Triple.of(agent, agent.replace("  selector:", "  updateStrategy: {type: OnDelete}\n  selector:"))
                .findsNo("daemon-set-strategy");
    }

    @Test
    void the_selector_of_a_Deployment_cannot_change() {
        Triple.replacing(WEB, "matchLabels: {role: front}", "matchLabels: {app: web}")
                .finds(REFUSED, "workload-selector", "spec.selector.matchLabels", "role: front", "app: web")
                .saying(
                        "workload-selector",
                        "Cannot change after the object is created. The API server refuses the whole update of the"
                                + " object, including changes that it would accept.")
                .andNothingElse();
    }
}
