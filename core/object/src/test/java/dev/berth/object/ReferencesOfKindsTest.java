package dev.berth.object;

import static dev.berth.object.ReferencesTest.references;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The references of kinds that have no pods: Ingresses, bindings, autoscalers, snapshots. */
class ReferencesOfKindsTest {

    @Test
    void an_ingress_refers_to_its_class_its_secrets_and_its_services() {
        String ingress = """
                        apiVersion: networking.k8s.io/v1
                        kind: Ingress
                        metadata: {name: shop, namespace: shop%s}
                        spec:
                          ingressClassName: nginx
                          defaultBackend: {service: {name: not-found, port: {number: 80}}}
                          tls: [{hosts: [shop.example.com], secretName: shop-tls}, {hosts: [x.example.com]}]
                          rules:
                            - {host: a.example.com}
                            - {http: {paths: [{path: /, backend: {service: {name: web, port: {number: 80}}}}]}}
                        """;
        assertThat(references(ingress.formatted("")))
                .containsExactly(
                        "spec.ingressClassName -> IngressClass nginx",
                        "spec.tls[0].secretName -> Secret shop/shop-tls",
                        "spec.defaultBackend.service.name -> Service shop/not-found",
                        "spec.rules[1].http.paths[0].backend.service.name -> Service shop/web");
        assertThat(references(ingress.formatted(", annotations: {cert-manager.io/issuer: ca}")))
                .contains("spec.tls[0].secretName -> Secret shop/shop-tls (optional)");
    }

    @Test
    void a_binding_refers_to_its_role_and_its_service_accounts() {
        assertThat(references("""
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: RoleBinding
                        metadata: {name: b, namespace: shop}
                        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: pods}
                        subjects:
                          - {kind: ServiceAccount, name: reader, namespace: other}
                          - {kind: ServiceAccount, name: without-a-namespace}
                          - {kind: ServiceAccount, name: default, namespace: shop}
                          - {apiGroup: rbac.authorization.k8s.io, kind: User, name: jane}
                        """))
                .containsExactly("roleRef.name -> Role shop/pods", "subjects[0].name -> ServiceAccount other/reader");
        String everywhere = """
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: ClusterRoleBinding
                        metadata: {name: b}
                        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: "%s"}
                        """;
        assertThat(references(everywhere.formatted("nodes"))).containsExactly("roleRef.name -> ClusterRole nodes");
        assertThat(references(everywhere.formatted("view"))).isEmpty();
        assertThat(references(everywhere.formatted("system:auth-delegator"))).isEmpty();
    }

    @Test
    void an_autoscaler_refers_to_a_workload_of_a_built_in_kind() {
        String autoscaler = """
                        apiVersion: autoscaling/%s
                        kind: HorizontalPodAutoscaler
                        metadata: {name: web, namespace: shop}
                        spec: {scaleTargetRef: {apiVersion: %s, kind: %s, name: web}, maxReplicas: 3}
                        """;
        assertThat(references(autoscaler.formatted("v2", "apps/v1", "Deployment")))
                .containsExactly("spec.scaleTargetRef.name -> Deployment shop/web");
        assertThat(references(autoscaler.formatted("v1", "apps/v1", "StatefulSet")))
                .containsExactly("spec.scaleTargetRef.name -> StatefulSet shop/web");
        assertThat(references(autoscaler.formatted("v2", "argoproj.io/v1alpha1", "Rollout")))
                .isEmpty();
    }

    @Test
    void a_snapshot_refers_to_its_class_and_its_claim() {
        assertThat(references("""
                        apiVersion: snapshot.storage.k8s.io/v1
                        kind: VolumeSnapshot
                        metadata: {name: monday, namespace: shop}
                        spec: {volumeSnapshotClassName: nightly, source: {persistentVolumeClaimName: data}}
                        """))
                .containsExactly(
                        "spec.volumeSnapshotClassName -> VolumeSnapshotClass nightly",
                        "spec.source.persistentVolumeClaimName -> PersistentVolumeClaim shop/data");
    }
}
