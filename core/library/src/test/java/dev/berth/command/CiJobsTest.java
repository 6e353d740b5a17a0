package dev.berth.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs of {@code docs/ci}: their permissions, and what their scripts do when bash runs them. */
class CiJobsTest {
    private static final Path CI = Path.of("../../docs/ci");
    private static final String TOOL = """
            #!/usr/bin/env bash
            {
              printf '%s' "${0##*/}"
              for word in "$@"; do printf ' <%s>' "$word"; done
              printf '\\n'
            } >> "$CALLS"
            case "$*" in
              *--paginate*) printf '%s' "$COMMENT" ;;
              *per_page*) printf '%s' "$NOTES" ;;
              *'--data @-'*) cat >> "$CALLS" ;;
            esac
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void tools() throws IOException {
        for (String tool : List.of("gh", "curl")) {
            Path file = directory.resolve("bin").resolve(tool);
            Files.createDirectories(file.getParent());
            Files.writeString(file, TOOL);
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.createDirectories(directory.resolve("target"));
        Files.writeString(directory.resolve("target/review.md"), "## What this change does to the cluster\n");
    }

    @Test
    void the_workflow_has_only_the_permissions_that_it_needs() throws IOException {
        JsonNode workflow = read("github-review.yml");
        assertThat(workflow.path("permissions")).isEmpty();
        JsonNode job = workflow.at("/jobs/review");
        assertThat(job.path("permissions"))
                .isEqualTo(new YAMLMapper().readTree("{contents: read, pull-requests: write}"));
        assertThat(workflow.path("on").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("pull_request");
        assertThat(step(job, "uses", "actions/checkout@v4")
                        .at("/with/persist-credentials")
                        .asBoolean(true))
                .isFalse();
        // Names that people choose, such as a branch, only reach a script as a variable, because they may contain
        // commands.
        job.path("steps").forEach(step -> assertThat(step.path("run").asText()).doesNotContain("${{"));
    }

    @Test
    void the_workflow_reviews_the_merge_against_its_base() throws IOException {
        JsonNode job = read("github-review.yml").at("/jobs/review");
        assertThat(step(job, "uses", "actions/checkout@v4")
                        .at("/with/fetch-depth")
                        .asInt())
                .isEqualTo(2);
        assertThat(step(job, "name", "Review").path("run").asText()).contains(":review ", "-Dberth.before=HEAD^1 ");
    }

    @Test
    void the_workflow_comments_once_and_then_replaces_its_comment() throws Exception {
        String script = step(read("github-review.yml").at("/jobs/review"), "name", "Comment")
                .path("run")
                .asText();
        Map<String, String> request = Map.of("REPOSITORY", "team/shop", "NUMBER", "7");
        String list = "gh <api> <--paginate> <repos/team/shop/issues/7/comments> <--jq>"
                + " <.[] | select(.body | startswith(\"## What this change does to the cluster\")) | .id>\n";
        assertThat(bash(script, request, Map.of("COMMENT", "")))
                .isEqualTo(list + "gh <api> <--silent> <--method> <POST> <repos/team/shop/issues/7/comments> <--field>"
                        + " <body=@target/review.md>\n");
        assertThat(bash(script, request, Map.of("COMMENT", "42\n43\n")))
                .isEqualTo(
                        list + "gh <api> <--silent> <--method> <PATCH> <repos/team/shop/issues/comments/42> <--field>"
                                + " <body=@target/review.md>\n");
    }

    @Test
    void the_job_notes_once_and_then_replaces_its_note() throws Exception {
        JsonNode jobs = read("gitlab-review.yml");
        assertThat(jobs.at("/review/artifacts/when").asText()).isEqualTo("always");
        assertThat(jobs.at("/review-note/rules/0/when").asText()).isEqualTo("always");
        assertThat(jobs.at("/review-note/needs/0").asText()).isEqualTo("review");
        String script = jobs.at("/review-note/script/0").asText();
        Map<String, String> request = Map.of(
                "CI_API_V4_URL", "https://git.example.com/api/v4",
                "CI_PROJECT_ID", "3",
                "CI_MERGE_REQUEST_IID", "7",
                "REVIEW_TOKEN", "not-a-token");
        String notes = "https://git.example.com/api/v4/projects/3/merge_requests/7/notes";
        assertThat(bash(script, request, Map.of("NOTES", "[{\"id\": 1, \"body\": \"Nice\"}]")))
                .contains("<--request> <POST>", " <" + notes + ">\n", "\"## What this change does to the cluster\\n\"");
        assertThat(bash(
                        script,
                        request,
                        Map.of("NOTES", "[{\"id\": 2, \"body\": \"## What this change does to the cluster\\nold\"}]")))
                .contains("<--request> <PUT>", " <" + notes + "/2>\n");
    }

    private static JsonNode read(String file) throws IOException {
        return new YAMLMapper().readTree(Files.readString(CI.resolve(file)));
    }

    private static JsonNode step(JsonNode job, String field, String value) {
        for (JsonNode step : job.path("steps")) {
            if (step.path(field).asText().equals(value)) {
                return step;
            }
        }
        throw new AssertionError("No step with " + field + ": " + value);
    }

    private String bash(String script, Map<String, String> request, Map<String, String> answers) throws Exception {
        Path calls = directory.resolve("calls");
        Files.writeString(calls, "");
        Path file = directory.resolve("script.sh");
        Files.writeString(file, "#!/usr/bin/env bash\nset -eo pipefail\n" + script);
        ProcessBuilder bash = new ProcessBuilder("bash", file.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        bash.environment().putAll(request);
        bash.environment().putAll(answers);
        bash.environment().put("CALLS", calls.toString());
        bash.environment().merge("PATH", directory.resolve("bin").toString(), (path, own) -> own + ":" + path);
        Process process = bash.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return Files.readString(calls);
    }
}
