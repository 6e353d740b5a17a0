package dev.berth.review.effect;

import static dev.berth.finding.Effect.DELETED;
import static dev.berth.finding.Effect.IN_PLACE;
import static dev.berth.finding.Effect.REFUSED;
import static dev.berth.finding.Effect.RESTART;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change means for a Service and its clients. */
class ServiceEffectsTest {
    private static final String SERVICE = """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: demo}
            spec:
              selector: {app: web}
              ports: [{name: http, port: 80}]
            """;
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
    void a_Service_that_selects_nothing_has_no_endpoints() {
        Triple.of(SERVICE + WEB, SERVICE.replace("selector: {app: web}", "selector: {app: other}") + WEB)
                .finds(IN_PLACE, "service-selects-nothing", "spec.selector[app]", "web", "other")
                .saying(
                        "service-selects-nothing",
                        "No pods of the tree have these labels: the Service has no endpoints once this is applied."
                                + " It selected Deployment \"web\" in namespace \"demo\".")
                .andNothingElse();
    }

    @Test
    void pods_that_lose_a_label_leave_their_Service() {
        Triple.of(SERVICE + WEB, SERVICE + WEB.replace("app: web, role", "app: other, role"))
                .finds(IN_PLACE, "pods-leave-service", "spec.template.metadata.labels[app]", "web", "other")
                .finds(RESTART, "deployment-rolling-update", "spec.template.metadata.labels[app]", "web", "other")
                .andNothingElse();
    }

    @Test
    void the_name_of_a_deleted_Service_no_longer_resolves() {
        String set = """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db, namespace: demo}
                spec:
                  serviceName: web
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: db, image: 'redis:7'}]}
                ---
                """;
        Triple.of(set + SERVICE, set)
                .finds(DELETED, "service-gone", "", "null", "null")
                .saying(
                        "service-gone",
                        "Clients of web.demo no longer reach anything once it is deleted. The pods no longer have"
                                + " addresses under it either, such as db-0.web.demo.")
                .andNothingElse();
        Triple.of(SERVICE, "").finds(DELETED, "deleted", "", "null", "null").andNothingElse();
    }

    @Test
    void the_address_of_a_Service_cannot_change() {
        Triple.of(SERVICE, SERVICE.replace("spec:\n", "spec:\n  clusterIP: None\n"))
                .finds(REFUSED, "service-cluster-ip", "spec.clusterIP", "null", "None")
                .andNothingElse();
    }

    @Test
    void a_headless_Service_stays_headless_even_if_clusterIP_is_removed() {
        Triple.of(SERVICE.replace("spec:\n", "spec:\n  clusterIP: None\n"), SERVICE)
                .finds(IN_PLACE, "service-stays-headless", "spec.clusterIP", "None", "null")
                .andNothingElse();
    }

    /** One part of a port changes, and what clients notice. */
    @ParameterizedTest
    @CsvSource({
        "'name: http,', 'name: web,', name, http, web, 'The number stays, so clients that use it are not affected. What names"
                + " the port finds nothing under the old name: backends of an Ingress, SRV records, monitors.'",
        "'targetPort: 8080', 'targetPort: 9090', targetPort, 8080, 9090, 'Clients use the same port. Their connections go to"
                + " the new port of the pods, and fail if nothing listens there.'",
        "'nodePort: 30080', 'nodePort: 30081', nodePort, 30080, 30081, 'Clients within the cluster are not affected. Those"
                + " that use the port of the nodes cannot connect to the old number once this is applied.'",
        "'appProtocol: http', 'appProtocol: https', appProtocol, http, https, 'The port stays open. Only an Ingress controller"
                + " or a service mesh may handle its traffic in another way.'",
    })
    void clients_only_notice_the_part_of_a_port_that_they_use(
            String text, String by, String part, String from, String to, String message) {
        String service = SERVICE.replace(
                        "{name: http, port: 80}",
                        "{name: http, port: 80, targetPort: 8080, nodePort: 30080, appProtocol: http}")
                .replace("spec:\n", "spec:\n  type: NodePort\n");
        Triple.replacing(service, text, by)
                .finds(IN_PLACE, "service-port-changed", "spec.ports[80]." + part, from, to)
                .saying("service-port-changed", message)
                .andNothingElse();
    }

    @Test
    void clients_of_an_old_port_cannot_connect_and_those_of_a_new_one_can() {
        Triple.replacing(SERVICE, "port: 80}", "port: 8080}")
                .finds(
                        IN_PLACE,
                        "service-port-changed",
                        "spec.ports[80]",
                        "{name: http, port: 80, protocol: TCP, targetPort: 80}",
                        "null")
                .saying("service-port-changed", "Clients that use the old port cannot connect once this is applied.")
                .finds(
                        IN_PLACE,
                        "service-port-changed",
                        "spec.ports[8080]",
                        "null",
                        "{name: http, port: 8080, protocol: TCP, targetPort: 8080}")
                .saying("service-port-changed", "Clients may use this port once it is applied.")
                .andNothingElse();
    }

    @Test
    void a_Service_loses_its_endpoints_if_only_its_half_of_a_change_is_accepted() {
        String set = """
                ---
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: store, namespace: demo}
                spec:
                  serviceName: store
                  selector: {matchLabels: {app: store}}
                  template:
                    metadata: {labels: {app: store}}
                    spec: {containers: [{name: store, image: 'redis:7'}]}
                """;
        String service = SERVICE.replace("web", "store");
        Triple.of(service + set, (service + set).replace("app: store", "app: store, tier: data"))
                .finds(REFUSED, "statefulset-spec-immutable", "spec.selector.matchLabels[tier]", "null", "data")
                .finds(IN_PLACE, "service-selects-nothing", "spec.selector[tier]", "null", "data")
                .saying(
                        "service-selects-nothing",
                        "No pods of the tree have these labels: the Service has no endpoints once this is applied. It"
                                + " selected StatefulSet \"store\" in namespace \"demo\". The API server refuses the"
                                + " change that adds them to StatefulSet \"store\" in namespace \"demo\", and the Service"
                                + " changes all the same.")
                .andNothingElse();
        String rolledOut = set.replace(
                "template:\n    metadata: {labels: {app: store}}",
                "template:\n    metadata: {labels: {app: store, tier: data}}");
        Triple.of(service + set, service.replace("app: store", "app: store, tier: data") + rolledOut)
                .findsNo("service-selects-nothing");
    }

    @Test
    void pods_keep_their_labels_and_their_Service_if_the_change_of_the_labels_is_refused() {
        String refused = WEB.replace("{role: front}}", "{role: front, app: other}}")
                .replace("app: web, role", "app: other, role");
        Triple.of(SERVICE + WEB, SERVICE + refused)
                .finds(REFUSED, "workload-selector", "spec.selector.matchLabels[app]", "null", "other")
                .andNothingElse();
    }

    @Test
    void a_label_that_is_no_string_is_a_refusal_and_not_a_change_of_defaults() {
        String headless = SERVICE.replace("spec:\n", "spec:\n  clusterIP: None\n");
        Triple.replacing(headless, "{app: web}", "{app: 7}")
                .finds(REFUSED, "wrong-type", "spec.selector[app]", "web", "7")
                .andNothingElse();
        Triple.of(headless.replace("{app: web}", "{app: 7}"), headless).findsNo("wrong-type");
    }
}
