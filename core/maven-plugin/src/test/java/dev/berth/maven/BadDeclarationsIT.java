package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BadDeclarationsIT {

    private static String renderAndCheck(TestProject project, String... sources) {
        var before = project.tree("generated");
        String names = Stream.of(sources).map(name -> "com.example.bad." + name).collect(Collectors.joining(","));
        String rendering =
                project.mvn("generate-manifests", "-Dberth.sources=" + names).failure();
        String checking = project.mvn("--offline", "berth:check", "-Dberth.sources=" + names)
                .failure();
        assertThat(checking).isEqualTo(rendering);
        assertThat(project.tree("generated")).as("the tree is untouched").isEqualTo(before);
        return rendering;
    }

    @Test
    void the_problems_of_all_sources_are_reported_together_with_their_lines() {
        TestProject project = TestProject.copy("bad", "bad-declarations").write("generated/demo.yaml", "a: 1\n");
        assertThat(renderAndCheck(
                        project,
                        "InvalidName",
                        "Port70000",
                        "NegativeSize",
                        "UnknownUnit",
                        "Mode0999",
                        "RelativeMountPath",
                        "UnknownKey",
                        "PathOutOfTheTree",
                        "DuplicateObject"))
                .isEqualTo("""
                        The declarations have 9 problems, so nothing was rendered:
                        Namespace: metadata.name: Invalid value: "My_Demo": must be lower case letters, digits or '-', \
                        and start and end with a letter or digit
                            at com.example.bad.InvalidName.manifests(InvalidName.java:12)
                        Port "sql": Invalid value: 70000: must be between 1 and 65535, inclusive
                            at com.example.bad.Port70000.manifests(Port70000.java:11)
                        Bytes: Invalid value: "-1Gi": must be above zero
                            at com.example.bad.NegativeSize.manifests(NegativeSize.java:11)
                        Quantity: Invalid value: "1GiB": must be a number with one of the suffixes \
                        n u m k M G T P E Ki Mi Gi Ti Pi Ei, or none
                            at com.example.bad.UnknownUnit.manifests(UnknownUnit.java:11)
                        FileMode: Invalid value: "0999": must be three octal digits (0 to 7) after an optional 0, \
                        such as 0400 or 0644
                            at com.example.bad.Mode0999.manifests(Mode0999.java:11)
                        ContainerPath: Invalid value: "var/lib/data": must be absolute, starting with '/'
                            at com.example.bad.RelativeMountPath.manifests(RelativeMountPath.java:14)
                        ConfigMap "app" has no key "DATABSE". Keys: DATABASE. Did you mean "DATABASE"?
                            at com.example.bad.UnknownKey.manifests(UnknownKey.java:12)
                        TreePath: Invalid value: "../demo.yaml": must stay in the tree: no '..', '.' or empty part
                            at com.example.bad.PathOutOfTheTree.manifests(PathOutOfTheTree.java:13)
                        Namespace "demo": declared twice: in one.yaml at \
                        com.example.bad.DuplicateObject.manifests(DuplicateObject.java:12), and in two.yaml: \
                        rename or remove one (object-twice)
                            declared at com.example.bad.DuplicateObject.manifests(DuplicateObject.java:15)""");
    }

    @Test
    void a_single_problem_is_a_single_message() {
        TestProject project = TestProject.copy("bad", "bad-declaration");
        assertThat(renderAndCheck(project, "Port70000")).isEqualTo("""
                        The declarations have 1 problem, so nothing was rendered:
                        Port "sql": Invalid value: 70000: must be between 1 and 65535, inclusive
                            at com.example.bad.Port70000.manifests(Port70000.java:11)""");
        assertThat(project.path("generated")).doesNotExist();
    }
}
