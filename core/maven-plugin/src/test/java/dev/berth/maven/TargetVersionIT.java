package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetVersionIT {

    private static final String SOURCE = "-Dberth.sources=com.example.bad.NeedsNewer";

    @Test
    void a_feature_that_the_target_version_lacks_fails_the_build_at_the_declaring_line_without_writing() {
        TestProject project = TestProject.copy("bad", "target-version");
        String refusal = project.mvn("generate-manifests", SOURCE, "-Dberth.kubernetesVersion=1.32")
                .failure();
        assertThat(refusal).isEqualTo("""
                        The declarations have 1 problem, so nothing was rendered:
                        Deployment "web": spec.template.spec.hostUsers: "false": Kubernetes 1.32 has it only behind the \
                        feature gate UserNamespacesSupport, which is on by default since 1.33. (field-not-in-version)
                            declared at com.example.bad.NeedsNewer.manifests(NeedsNewer.java:17)""");
        assertThat(project.path("generated")).doesNotExist();
        assertThat(project.mvn("berth:render", SOURCE, "-Dberth.kubernetesVersion=1.32")
                        .failure())
                .isEqualTo(refusal);

        project.edit(
                "pom.xml",
                "<extensions>true</extensions>",
                "<extensions>true</extensions><configuration><kubernetesVersion>1.33</kubernetesVersion></configuration>");
        project.mvn("generate-manifests", SOURCE).passed();
        assertThat(project.tree("generated")).containsOnlyKeys("web.yaml");

        project.edit("pom.xml", "<kubernetesVersion>1.33</", "<kubernetesVersion>1.32</");
        assertThat(project.mvn("berth:check", SOURCE).failure()).isEqualTo(refusal);
    }

    @Test
    void an_invalid_version_is_reported_in_one_line() {
        TestProject project = TestProject.copy("bad", "no-version");
        assertThat(project.mvn("generate-manifests", SOURCE, "-Dberth.kubernetesVersion=1.99")
                        .failure())
                .isEqualTo(
                        "KubernetesVersion: Invalid value: \"1.99\": must be one of 1.27, 1.28, 1.29, 1.30, 1.31, 1.32,"
                                + " 1.33, 1.34, 1.35, 1.36, 1.37, or a patch of one such as 1.35.2");
        assertThat(project.path("generated")).doesNotExist();
    }
}
