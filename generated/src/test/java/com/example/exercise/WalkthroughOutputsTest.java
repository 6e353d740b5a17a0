package com.example.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each output in {@code docs/STEP_BY_STEP.md} comes from somewhere: the objects of a real node, the source code of kubectl,
 * the scripts, the tests of the declaration, the review, whose output {@code WalkthroughTest} compares, or the programs in
 * the pods, which {@code WalkthroughServersTest} runs. None of them is an example.
 */
class WalkthroughOutputsTest {
    private static final RecordedCluster CLUSTER = new RecordedCluster();
    private static final KubectlWording WORDING = new KubectlWording();

    static List<Transcript> shown() throws IOException {
        return Transcript.all().stream().filter(Transcript::isShown).toList();
    }

    @ParameterizedTest
    @MethodSource("shown")
    void every_output_is_what_its_source_prints(Transcript transcript) throws IOException {
        String command = transcript.command();
        RecordedTable table = new RecordedTable(CLUSTER, transcript);
        if (ProgramInPod.isOne(transcript) || command.contains(":review ")) {
            return;
        }
        if (table.isOne()) {
            assertThat(table.printed()).isEqualTo(table.expected());
        } else if (command.equals("kubectl get pods -n statefulset-demo -l app=redis -w")) {
            assertThat(transcript.output()).isEqualTo(WatchedPods.whileScaled(CLUSTER, 5));
        } else if (command.contains(" wget ")) {
            assertThat(transcript.output()).containsExactly(written("/usr/share/nginx/html/data.txt"));
        } else if (command.startsWith("kubectl apply")) {
            assertThat(text(KubectlWording.applied(command))).matches(Transcript.pattern(transcript.output()));
        } else if (command.startsWith("generated/scripts/")) {
            assertThat(transcript.shown())
                    .allSatisfy(line -> assertThat(isOfScript(command, line) || WORDING.prints(line))
                            .as(line)
                            .isTrue());
        } else if (command.equals("git diff generated/manifests")) {
            String tested = Files.readString(Path.of("src/test/java/com/example/exercise/StepByStepTest.java"));
            assertThat(transcript.shown()).allSatisfy(line -> assertThat(tested)
                    .contains(line.substring(1).strip()));
        } else if (command.contains("custom-columns=NAME")) {
            assertThat(transcript.output()).isEqualTo(canary());
        } else if (command.contains("is-default-class")) {
            assertThat(transcript.output()).containsExactly(defaultClass());
        } else if (command.startsWith("kubectl describe persistentvolumeclaim ")) {
            assertThat(transcript.shown()).containsExactly("Used By:       " + user(command.split(" ", -1)[3]));
        } else if (command.equals("echo $?")) {
            assertThat(transcript.output()).containsExactly("0");
        } else {
            assertThat(command).startsWith("kubectl ");
            assertThat(transcript.shown())
                    .allSatisfy(
                            line -> assertThat(WORDING.prints(line)).as(line).isTrue());
        }
    }

    @Test
    void a_line_that_kubectl_does_not_print_is_noticed() {
        assertThat(WORDING.prints("pod/redis-0 condition met")).isTrue();
        assertThat(WORDING.prints("pod/redis-0 is ready")).isFalse();
        assertThat(WORDING.prints("pod \"redis-0\" deleted")).isFalse();
        assertThat(WORDING.prints("pod \"mysql-0\" deleted from statefulset-demo namespace"))
                .isFalse();
    }

    /** A line of a script is what one of its echo commands prints, or its question with the answer. */
    private static boolean isOfScript(String command, String line) throws IOException {
        String script = Files.readString(Path.of("scripts", command.substring(command.lastIndexOf('/') + 1)));
        Matcher echo = Pattern.compile("(?:echo|read -r -p) ([\"'])(.*?)\\1").matcher(script);
        while (echo.find()) {
            String[] parts = echo.group(2).split("\\$\\{[^}]*}|\\$[0-9]", -1);
            List<String> quoted = new ArrayList<>();
            for (String part : parts) {
                quoted.add(Pattern.quote(part));
            }
            if (line.matches(
                    String.join(".+", quoted) + (script.contains("read -r -p '" + echo.group(2)) ? "y" : ""))) {
                return true;
            }
        }
        // PostgreSQL prints it for the table that the script drops.
        return line.equals("NOTICE:  table \"berth_persistence_test\" does not exist, skipping");
    }

    /** What a command of the page writes to a file, which nginx serves unchanged. */
    private static String written(String file) throws IOException {
        return Transcript.all().stream()
                .map(transcript -> Pattern.compile("'echo (\\w+) > (\\S+)'").matcher(transcript.command()))
                .filter(echo -> echo.find() && echo.group(2).equals(file))
                .map(echo -> echo.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** The canary of step 9: a partition of 2 gives the new image to the last server only. */
    private static List<String> canary() {
        List<String> rows = new ArrayList<>();
        rows.add("NAME      IMAGE              REVISION");
        CLUSTER.list("Pod")
                .map(RecordedCluster::name)
                .filter(name -> name.startsWith("redis-"))
                .forEach(name ->
                        rows.add(name + "   redis:" + (name.endsWith("-2") ? "8.0" : "7.4") + "-alpine   redis-…"));
        return rows;
    }

    private static String defaultClass() {
        return CLUSTER.list("StorageClass")
                .filter(found -> found.at("/metadata/annotations/storageclass.kubernetes.io~1is-default-class")
                        .asText()
                        .equals("true"))
                .map(RecordedCluster::name)
                .findFirst()
                .orElseThrow();
    }

    /** Follows {@code describePersistentVolumeClaim} of {@code kubectl/pkg/describe/describe.go}. */
    private static String user(String claim) {
        return CLUSTER.list("Pod")
                .filter(pod ->
                        pod.at("/spec/volumes").findValuesAsText("claimName").contains(claim))
                .map(RecordedCluster::name)
                .findFirst()
                .orElseThrow();
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
