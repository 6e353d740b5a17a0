package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A project in Kotlin, which refuses a signature with a type that it cannot see. */
class KotlinIT {

    @Test
    void a_project_in_kotlin_names_stages_extends_a_workload_renders_its_tree_and_passes_the_check() {
        TestProject project = TestProject.copy("kotlin", "kotlin");

        MavenRun run = project.mvn("generate-manifests", "verify").passed();
        assertThat(run.lines("Rendered"))
                .containsExactly("Rendered 1 file into generated/: 1 written, 0 removed, 0 unchanged");
        assertThat(project.read("generated/cart.yaml")).endsWith("""
                ---
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  name: cart
                spec:
                  serviceName: cart
                  replicas: 1
                  selector:
                    matchLabels:
                      app: cart
                  template:
                    metadata:
                      labels:
                        app: cart
                        example.com/team: storage
                    spec:
                      containers:
                      - name: redis
                        image: redis:7.2-alpine
                        ports:
                        - name: redis
                          containerPort: 6379
                        resources:
                          requests:
                            cpu: 100m
                            memory: 128Mi
                        readinessProbe:
                          tcpSocket:
                            port: redis
                        securityContext:
                          runAsUser: 65534
                          runAsNonRoot: true
                          allowPrivilegeEscalation: false
                          capabilities:
                            drop:
                            - ALL
                          seccompProfile:
                            type: RuntimeDefault
                        volumeMounts:
                        - name: data
                          mountPath: /data
                  volumeClaimTemplates:
                  - apiVersion: v1
                    kind: PersistentVolumeClaim
                    metadata:
                      name: data
                    spec:
                      accessModes:
                      - ReadWriteOnce
                      resources:
                        requests:
                          storage: 10Gi
                """);

        project.edit("src/main/kotlin/com/example/shop/Cart.kt", ".replicas(1)", ".replicas(2)");
        assertThat(project.mvn("verify").failure()).isEqualTo("""
                        generated/ differs from what Cart renders:
                            cart.yaml:
                                @@ -23 +23 @@
                                -  replicas: 1
                                +  replicas: 2
                        Run 'mvn generate-manifests' to update, then review the diff.""");
    }
}
