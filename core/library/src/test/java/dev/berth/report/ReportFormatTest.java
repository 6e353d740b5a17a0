package dev.berth.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.finding.Finding;
import dev.berth.finding.Level;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import dev.berth.object.ObjectId;
import dev.berth.value.InvalidValueException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportFormatTest {
    private static final Finding FINDING = new Finding(
            new ObjectId("", "Service", "shop", "db"),
            Location.of("a b/c,d:e.yaml", 7),
            "spec.ports[0].port",
            Rule.core("service-port", "validateServicePort"),
            Level.ERROR,
            null,
            "100% wrong:\n\"70000\" | too large",
            "Choose a port.",
            null);
    private static final Finding ON_FILE =
            Finding.of(Rule.ofBerth("not-yaml"), Level.NOTE, Location.of("notes.txt", 1), "the file is not read");

    @Test
    void github_annotations_are_escaped_as_the_runner_of_workflows_reads_them() throws IOException {
        assertThat(report(ReportFormat.GITHUB, ReportContext.of("deploy"))).isEqualTo("""
                        ::error file=deploy/a b/c%2Cd%3Ae.yaml,line=7,title=service-port::Service "db" in namespace "shop": \
                        spec.ports[0].port: 100%25 wrong:%0A"70000" | too large Choose a port.
                        ::notice file=deploy/notes.txt,line=1,title=not-yaml::the file is not read
                        2 findings
                        """);
    }

    @Test
    void text_has_a_line_for_each_finding_as_compilers_write_it() throws IOException {
        assertThat(report(ReportFormat.TEXT, ReportContext.of("deploy"))).isEqualTo("""
                        a b/c,d:e.yaml:7: error: Service "db": spec.ports[0].port: 100% wrong:
                        "70000" | too large Choose a port. (service-port)
                        notes.txt:1: note: the file is not read (not-yaml)
                        By rule:
                          error    1  service-port
                          note     1  not-yaml
                        2 findings
                        """);
    }

    @Test
    void markdown_has_a_table_in_which_no_value_is_markup() throws IOException {
        assertThat(report(ReportFormat.MARKDOWN, ReportContext.of(""))).isEqualTo("""
                        ## Findings in the manifests

                        | level | place | object | field | message |
                        |---|---|---|---|---|
                        | **ERROR** | `a b/c,d:e.yaml:7` | Service `db` in `shop` | `spec.ports[0].port` | 100% wrong: \
                        "70000" \\| too large Choose a port. (`service-port`) |
                        | **NOTE** | `notes.txt:1` |  |  | the file is not read (`not-yaml`) |

                        | rule | count | worst level |
                        |---|---|---|
                        | `service-port` | 1 | error |
                        | `not-yaml` | 1 | note |

                        **2 findings**
                        """);
    }

    @Test
    void a_table_of_any_number_of_findings_fits_into_a_comment() throws IOException {
        StringWriter out = new StringWriter();
        Report report = ReportFormat.MARKDOWN.start(out, ReportContext.of(""));
        for (int i = 0; i < 2_000; i++) {
            report.add(FINDING, Optional.empty());
        }
        report.finish("2000 findings");
        assertThat(out.toString())
                .hasSizeLessThan(65_536)
                .containsPattern("There is no room here for [0-9]+ more findings; the JSON and SARIF reports have them"
                        + " all\\.")
                .endsWith("**2000 findings**\n");
    }

    @ParameterizedTest
    @CsvSource({
        "review.txt, TEXT",
        "out/review.md, MARKDOWN",
        "review.JSON, JSON",
        "review.sarif, SARIF",
        "review.sarif.json, SARIF",
        "annotations.github, GITHUB"
    })
    void the_extension_of_a_file_names_its_format(Path file, ReportFormat format) {
        assertThat(ReportFormat.of(file)).contains(format);
    }

    @Test
    void each_file_has_a_format_of_its_own() {
        String rule = "must end in one of .txt, .md, .json, .sarif, .github, at most one file of each";
        assertThatThrownBy(() -> ReportRequest.of(Optional.empty(), List.of(Path.of("out/review.html"))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("berth.report: Invalid value: \"review.html\": " + rule);
        assertThatThrownBy(() -> ReportRequest.of(Optional.empty(), List.of(Path.of("a.md"), Path.of("b.md"))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("berth.report: Invalid value: \"b.md\": " + rule);
        assertThatThrownBy(() -> ReportRequest.of(Optional.of("html"), List.of()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "berth.format: Invalid value: \"html\": must be one of text, markdown, json, sarif, github");
    }

    @Test
    void reports_without_findings_follow_their_schemas_too(@TempDir Path directory) throws IOException {
        for (ReportFormat format : List.of(ReportFormat.JSON, ReportFormat.SARIF)) {
            StringWriter out = new StringWriter();
            format.start(out, ReportContext.of("")).finish("nothing");
            Path file = Files.writeString(directory.resolve("report." + format), out.toString());
            if (format == ReportFormat.JSON) {
                ReportSchemas.json(file);
            } else {
                ReportSchemas.sarif(file);
            }
        }
    }

    private static String report(ReportFormat format, ReportContext context) throws IOException {
        StringWriter out = new StringWriter();
        Report report = format.start(out, context);
        report.add(FINDING, Optional.empty());
        report.add(ON_FILE, Optional.empty());
        report.finish("2 findings");
        return out.toString();
    }
}
