package com.example.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.berth.harness.RenderedScripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The script that leaves the Bitnami chart, with a kubectl that only knows what exists: files in a directory. */
@Isolated(
        "A program that another test starts while this one writes its kubectl holds that file open: it cannot be executed.")
class MoveScriptTest {

    private static final Path SCRIPT =
            Path.of("../docs/leaving-bitnami/move.sh").toAbsolutePath().normalize();

    private static final String KUBECTL = """
            #!/bin/bash
            set -eu
            [[ "$1" != --namespace ]] || shift 2
            call=$*
            echo "${call//$'\\n'/ }" >>"$STATE/calls"
            [[ "$(wc -l <"$STATE/calls")" != "${FAIL:-}" ]] || exit 1
            case "$1 $2" in
              "get pods") [[ ! -e "$STATE/old-pod" ]] || echo pod/orders-postgresql-0 ;;
              "get persistentvolumeclaim")
                case $5 in
                  *instance*) echo orders ;;
                  *labels*) echo postgresql ;;
                  *) echo pvc-1 ;;
                esac
                ;;
              "exec orders-postgresql-0")
                [[ -e "$STATE/old-pod" ]] || exit 1
                printf '%s\\n' '-- data' '-- PostgreSQL database cluster dump complete' ''
                ;;
              "delete statefulset") rm -f "$STATE/old-set" ;;
              "wait --for=delete") rm -f "$STATE/old-pod" ;;
              "delete service,"*) rm -f "$STATE/old-service" ;;
              "apply --server-side")
                [[ ! -e "$STATE/old-set" && ! -e "$STATE/old-pod" && ! -e "$STATE/old-service" ]]
                touch "$STATE/new-set"
                ;;
              "rollout status") [[ -e "$STATE/new-set" ]] ;;
            esac
            """;

    @TempDir
    private Path state;

    @BeforeEach
    void the_chart_is_installed() throws IOException {
        for (String object : List.of("old-set", "old-pod", "old-service")) {
            Files.createFile(state.resolve(object));
        }
        Files.createDirectory(state.resolve("bin"));
        Files.writeString(state.resolve("bin/kubectl"), KUBECTL);
        assertThat(state.resolve("bin/kubectl").toFile().setExecutable(true)).isTrue();
    }

    @Test
    void it_dumps_protects_stops_cleans_up_and_starts_in_this_order() throws Exception {
        assertThat(move("")).isZero();

        assertThat(calls().stream().map(call -> call.replaceAll(" -- .*| --(selector|output|patch).*", "")))
                .containsExactly(
                        "get persistentvolumeclaim data-orders-postgresql-0",
                        "get persistentvolumeclaim data-orders-postgresql-0",
                        "exec orders-postgresql-0 --container postgresql",
                        "get persistentvolumeclaim data-orders-postgresql-0",
                        "patch persistentvolume pvc-1",
                        "delete statefulset",
                        "get pods",
                        "delete pod/orders-postgresql-0 --wait=false",
                        "exec pod/orders-postgresql-0 --container postgresql",
                        "wait --for=delete pod/orders-postgresql-0 --timeout=10m",
                        "delete service,networkpolicy,poddisruptionbudget,cronjob,serviceaccount",
                        "apply --server-side --filename orders.yaml",
                        "rollout status statefulset/orders-postgresql --timeout=15m");
        assertThat(calls())
                .contains("delete statefulset --selector"
                        + " app.kubernetes.io/instance=orders,app.kubernetes.io/name=postgresql --cascade=orphan");
    }

    @Test
    void it_finishes_when_it_is_run_again_after_a_failure_of_any_command() throws Exception {
        int commands = 13;
        for (int failing = 1; failing <= commands; failing++) {
            state.toFile().listFiles(file -> file.isFile() && file.delete());
            for (String object : List.of("old-set", "old-pod", "old-service")) {
                Files.createFile(state.resolve(object));
            }
            int first = move(Integer.toString(failing));
            // The signal may fail: the container can have ended before.
            assertThat(first == 0)
                    .as("command %s fails", failing)
                    .isEqualTo(calls().get(failing - 1).startsWith("exec pod/"));
            assertThat(move("")).as("run again after command %s", failing).isZero();
            assertThat(state.resolve("new-set")).exists();
            assertThat(state.resolve("orders-postgresql.sql")).content().contains("-- data");
        }
        assertThat(calls()).noneMatch(call -> call.startsWith("delete persistentvolume") || call.contains("secret"));
    }

    @Test
    void shellcheck_reports_nothing() throws Exception {
        Optional<String> obstacle = RenderedScripts.obstacle();
        obstacle.ifPresent(reason -> System.out.println("Not run: the check of the script, because " + reason));
        assumeTrue(obstacle.isEmpty(), "shellcheck is not installed");
        assertThat(RenderedScripts.check(Files.readString(SCRIPT))).isEmpty();
    }

    private int move(String failing) throws Exception {
        return run(List.of("bash", SCRIPT.toString(), "shop", "orders-postgresql", "orders.yaml"), failing);
    }

    private int run(List<String> command, String failing) throws Exception {
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(state.toFile())
                .redirectErrorStream(true)
                .redirectOutput(state.resolve("output").toFile());
        process.environment().put("PATH", state.resolve("bin") + ":" + System.getenv("PATH"));
        process.environment().put("STATE", state.toString());
        process.environment().put("FAIL", failing);
        return process.start().waitFor();
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(state.resolve("calls"));
    }
}
