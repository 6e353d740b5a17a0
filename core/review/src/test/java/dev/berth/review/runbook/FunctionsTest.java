package dev.berth.review.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bash functions of runbooks. */
class FunctionsTest {

    @ParameterizedTest
    @CsvSource({
        "1536Mi, 1610612736",
        "1.5Gi, 1610612736",
        "1610612736, 1610612736",
        "20480Ki, 20971520",
        "20Mi, 20971520",
        "2e9, 2000000000",
        "2G, 2000000000",
        "2E, 2000000000000000000",
        "1k, 1000",
        "5000m, 5"
    })
    void an_amount_is_the_same_in_any_notation(String quantity, String number) throws Exception {
        assertThat(bash(Functions.of(List.of("number x")) + "number '" + quantity + "'"))
                .isEqualTo(number + "\n");
    }

    @Test
    void a_script_contains_the_functions_that_it_calls_and_those_that_they_call() {
        assertThat(Functions.of(List.of("settle 'demo/a' \"$volume\"")))
                .contains("settle() {", "unretain() {", "field() {")
                .doesNotContain("release() {", "grown() {");
    }

    @Test
    void words_in_quotes_call_nothing() {
        assertThat(Functions.of(List.of("kubectl delete pod 'helper'", "{\"name\":\"grow\"}")))
                .isEmpty();
    }

    @Test
    void the_ordinals_are_those_of_claims_and_of_volumes_on_their_way() throws Exception {
        String kubectl = """
                kubectl() {
                  case "$2" in
                    persistentvolume) printf 'demo/files-db-7\\nother/files-db-8\\n\\n' ;;
                    *) printf 'data-db-10\\ndata-db-2\\ndata-db-2-copy\\ndata-db-x\\ndata-dbs-3\\n' ;;
                  esac
                }
                """;

        assertThat(bash(Functions.of(List.of("ordinals x")) + kubectl + "ordinals 'demo/data-db-*' 'demo/files-db-*'"))
                .isEqualTo(" 10 2 7 \n");
    }

    @Test
    void the_members_are_the_pods_of_one_set() throws Exception {
        String kubectl = "kubectl() { printf 'db-0\\ndb-11\\ndb-1-0\\n\\ndbs-1\\n'; }\n";

        assertThat(bash(Functions.of(List.of("members x")) + kubectl + "members db"))
                .isEqualTo("db-0\ndb-11\n");
    }

    @Test
    void only_a_pod_with_an_earlier_template_that_is_not_ready_is_deleted_after_an_apply() throws Exception {
        String kubectl = """
                kubectl() {
                  case "$1 $2 $*" in
                    'get pods '*) printf 'db-0|old|True\\ndb-1|new|False\\ndb-2|old|False\\ndb-3|new|\\ndb-4|old|\\ncache-0|old|\\n' ;;
                    *updateRevision*) printf new ;;
                    delete*) echo "$3" ;;
                  esac
                }
                """;

        assertThat(bash(Functions.of(List.of("unstick x")) + kubectl + "unstick db"))
                .isEqualTo("db-2\ndb-4\n");
    }

    @Test
    void a_pod_without_a_revision_is_not_deleted_while_it_starts() throws Exception {
        String kubectl = "kubectl() { [ \"$2\" != pods ] || printf 'db-0||False\\n'; }\n";

        assertThat(bash(Functions.of(List.of("unstick x")) + kubectl + "unstick db"))
                .isEmpty();
    }

    @Test
    void a_pod_that_does_not_come_stops_the_runbook() throws Exception {
        String kubectl = "kubectl() { :; }\nsleep() { SECONDS=$((SECONDS + 100)); }\n";

        assertThat(bash(Functions.of(List.of("arriving x")) + kubectl + "arriving db-2"))
                .isEqualTo(
                        "Pod db-2 does not become Ready; 'kubectl describe pod' shows why. Correct the cause (after a"
                                + " failed rollout: undo it, and delete the pod), then run this again.\n");
    }

    private static String bash(String script) throws Exception {
        Process process = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
