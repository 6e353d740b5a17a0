package dev.berth.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.report.ReportSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

    private static final String BROKEN = """
            apiVersion: v1
            kind: Service
            metadata: {name: db, namespace: shop}
            spec:
              ports:
                - port: 70000
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path directory;

    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void write_a_service_and_a_page() throws IOException {
        write("a/broken.yaml", BROKEN);
        write("notes.txt", "read me");
    }

    @Test
    void findings_are_printed_as_compilers_write_them_and_fail_the_command() {
        Result result = command(Optional.empty(), List.of()).run(new Lines(lines::add));
        assertThat(result)
                .isEqualTo(
                        new Result(
                                ExitStatus.FAILED,
                                "1 object in 1 file: 2 errors, 1 warning, 0 notes. Not judged: 1 file that is not YAML or JSON"));
        assertThat(lines)
                .contains(
                        "a/broken.yaml:6: error: Service \"db\": spec.ports[0].port: Invalid value: 70000: must be"
                                + " between 1 and 65535, inclusive (port-number)",
                        "By rule:",
                        "  error    2  port-number",
                        "  warning  1  service-without-selector",
                        "1 object in 1 file: 2 errors, 1 warning, 0 notes. Not judged: 1 file that is not YAML or JSON");
    }

    @Test
    void an_existing_object_that_nothing_refers_to_is_named() throws IOException {
        Files.delete(directory.resolve("a/broken.yaml"));
        write("pod.yaml", """
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  containers:
                    - name: c
                      image: example.com/c:1
                      envFrom:
                        - secretRef: {name: login}
                        - secretRef: {name: token}
                """);

        assertThat(withExisting("Secret/*").status()).isEqualTo(ExitStatus.PASSED);
        assertThat(withExisting("Secret/login", "Secret/tok*").status()).isEqualTo(ExitStatus.PASSED);
        assertThat(withExisting("Secret/*", "ConfigMap/*", "Secret/logins"))
                .isEqualTo(new Result(
                        ExitStatus.UNUSABLE,
                        "berth.existing: ConfigMap/*, Secret/logins matches nothing that the manifests refer to:"
                                + " correct it, or remove it."));
    }

    private Result withExisting(String... existing) {
        return new ValidateCommand(directory, "", Optional.empty(), List.of(), Map.of(), List.of(existing))
                .run(new Lines(lines::add));
    }

    @Test
    void a_report_in_json_follows_its_schema_and_has_each_finding_with_its_place() throws IOException {
        Path report = directory.resolveSibling("report.json");
        command(Optional.empty(), List.of(report)).run(new Lines(lines::add));
        JsonNode json = ReportSchemas.json(report);
        JsonNode finding = json.at("/findings/0");
        assertThat(finding.at("/object/kind").asText()).isEqualTo("Service");
        assertThat(finding.at("/object/namespace").asText()).isEqualTo("shop");
        assertThat(finding.at("/file").asText()).isEqualTo("a/broken.yaml");
        assertThat(finding.at("/line").asInt()).isEqualTo(6);
        assertThat(finding.at("/field").asText()).isEqualTo("spec.ports[0].port");
        assertThat(finding.at("/rule").asText()).isEqualTo("port-number");
        assertThat(finding.at("/level").asText()).isEqualTo("error");
        assertThat(finding.at("/source").asText())
                .isEqualTo("IsValidPortNum in pkg/apis/core/validation/validation.go");
        assertThat(json.at("/summary/errors").asInt()).isEqualTo(2);
        assertThat(json.at("/summary/rules").toString())
                .isEqualTo("[{\"rule\":\"port-number\",\"level\":\"error\",\"count\":2},"
                        + "{\"rule\":\"service-without-selector\",\"level\":\"warning\",\"count\":1}]");
        assertThat(json.has("review")).isFalse();
    }

    @Test
    void a_report_in_sarif_follows_its_schema_whatever_files_are_called() throws IOException {
        for (String name : List.of("gr\u00fcn und blau.yaml", "a:b.yaml", "100%.yaml", "d/a:b #1.yaml")) {
            write(name, BROKEN);
        }
        Path report = directory.resolveSibling("report.sarif");
        command(Optional.empty(), List.of(report)).run(new Lines(lines::add));
        JsonNode sarif = ReportSchemas.sarif(report);
        assertThat(sarif.findValues("uri").stream().map(JsonNode::asText).distinct())
                .contains("gr%C3%BCn%20und%20blau.yaml", "./a:b.yaml", "100%25.yaml", "d/a:b%20%231.yaml");
        assertThat(sarif.at("/runs/0/tool/driver/name").asText()).isEqualTo("Berth");
    }

    @Test
    void what_is_printed_can_have_any_format() {
        command(Optional.of("github"), List.of()).run(new Lines(lines::add));
        assertThat(lines)
                .anyMatch(line -> line.startsWith(
                        "::warning file=deploy/a/broken.yaml,line=4,title=service-without-selector::Service"));
    }

    @Test
    void an_impossible_run_is_reported_in_one_line() {
        assertThat(new ValidateCommand(
                                directory.resolve("absent"), "", Optional.empty(), List.of(), Map.of(), List.of())
                        .run(new Lines(lines::add)))
                .isEqualTo(new Result(ExitStatus.UNUSABLE, directory.resolve("absent") + " is not a directory."));
        assertThat(command(Optional.empty(), List.of(Path.of("report.html"))).run(new Lines(lines::add)))
                .isEqualTo(new Result(
                        ExitStatus.UNUSABLE,
                        "berth.report: Invalid value: \"report.html\": must end in one of .txt, .md, .json, .sarif,"
                                + " .github, at most one file of each"));
        assertThat(lines).isEmpty();
    }

    private ValidateCommand command(Optional<String> format, List<Path> reports) {
        return new ValidateCommand(directory, "deploy", format, reports, Map.of(), List.of());
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
