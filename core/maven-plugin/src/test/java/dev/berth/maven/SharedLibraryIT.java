package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A library with the defaults of a company, and a project that uses it. */
class SharedLibraryIT {

    @Test
    void a_method_of_the_library_adds_the_defaults_to_any_workload_and_container() {
        TestProject project = TestProject.copy("company", "company");

        MavenRun run = project.mvn("-q", "generate-manifests").passed();
        assertThat(project.path("defaults/generated"))
                .as("the library declares no tree")
                .doesNotExist();
        assertThat(project.read("shop/generated/shop.yaml")).isEqualTo("""
                # Rendered by Berth from com.example.shop.Shop: shop.yaml
                # Do not edit: change the declaration, then run 'mvn generate-manifests'.

                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: web
                  labels:
                    app.kubernetes.io/managed-by: berth
                    app.kubernetes.io/part-of: shop
                spec:
                  replicas: 2
                  selector:
                    matchLabels:
                      app: web
                  template:
                    metadata:
                      labels:
                        app: web
                        company.example/team: shop
                    spec:
                      initContainers:
                      - name: logs
                        image: registry.example.com/logs:2.1
                        restartPolicy: Always
                        env:
                        - name: TZ
                          value: UTC
                        resources:
                          requests:
                            cpu: 100m
                            memory: 128Mi
                        securityContext:
                          runAsNonRoot: true
                          allowPrivilegeEscalation: false
                          capabilities:
                            drop:
                            - ALL
                          seccompProfile:
                            type: RuntimeDefault
                      containers:
                      - name: web
                        image: registry.example.com/web:1.0
                        env:
                        - name: LOG_LEVEL
                          value: info
                        - name: TZ
                          value: UTC
                        resources:
                          requests:
                            cpu: 100m
                            memory: 128Mi
                        securityContext:
                          runAsNonRoot: true
                          allowPrivilegeEscalation: false
                          capabilities:
                            drop:
                            - ALL
                          seccompProfile:
                            type: RuntimeDefault
                ---
                apiVersion: batch/v1
                kind: CronJob
                metadata:
                  name: report
                  labels:
                    app.kubernetes.io/managed-by: berth
                spec:
                  schedule: 0 3 * * *
                  jobTemplate:
                    spec:
                      template:
                        metadata:
                          labels:
                            app: report
                            company.example/team: shop
                        spec:
                          restartPolicy: OnFailure
                          containers:
                          - name: report
                            image: registry.example.com/report:1.0
                            env:
                            - name: TZ
                              value: UTC
                            resources:
                              requests:
                                cpu: 100m
                                memory: 128Mi
                            securityContext:
                              runAsNonRoot: true
                              allowPrivilegeEscalation: false
                              capabilities:
                                drop:
                                - ALL
                              seccompProfile:
                                type: RuntimeDefault
                """);
        assertThat(run.printed("Risk: "))
                .as("a risk is printed with -q too")
                .containsExactly(
                        "Risk: CronJob \"report\": spec.concurrencyPolicy: No policy is set. The policy defaults to"
                                + " Allow: two jobs may run at once, such as two backups to the same place. Set"
                                + " concurrencyPolicy: Forbid, or Allow if that is intended. (jobs-overlap)");

        assertThat(project.mvn("-q", "verify").passed().printed("Risk: CronJob \"report\": "))
                .as("also by the goal check")
                .hasSize(1);
        MavenRun validated = project.mvn(
                        "-q",
                        "dev.berth:berth-maven-plugin:" + System.getProperty("berth.version") + ":validate",
                        "-Dberth.directory=shop/generated")
                .passed();
        assertThat(validated.printed("shop.yaml:"))
                .as("also by the goal validate")
                .singleElement()
                .asString()
                .contains("warning: CronJob \"report\": spec.concurrencyPolicy: No policy is set.");
    }
}
