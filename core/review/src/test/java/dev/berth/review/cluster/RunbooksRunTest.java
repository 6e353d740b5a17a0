package dev.berth.review.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.review.RunbookChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every runbook in a model of a cluster, from every state, with a failure at every point: several changes at the same time. */
class RunbooksRunTest {
    private static final AtomicInteger RUNS = new AtomicInteger();

    @TempDir
    private Path directory;

    private int homes;
    private ModelShell shell;

    @BeforeEach
    void open() throws IOException {
        shell = new ModelShell();
    }

    @AfterEach
    void close() throws IOException {
        shell.close();
    }

    @AfterAll
    static void print() {
        System.out.println("Runbooks were run " + RUNS + " times.");
    }

    /** Returns the changes for which there are commands. */
    static List<RunbookChange> changes() {
        return Stream.of(RunbookChange.values())
                .filter(change -> !Reviewed.of(change).runbooks().isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("changes")
    @Execution(ExecutionMode.CONCURRENT)
    void the_runbooks_end_with_all_data(RunbookChange one) throws Exception {
        Reviewed change = Reviewed.of(one);
        for (Situation situation : Situation.of(change)) {
            Deployed calm = deployed(change, situation);
            finish(calm, 0, situation.toString());
            for (Failure failure : Failure.everywhere(calm, situation)) {
                Deployed broken = deployed(change, situation);
                broken.fail(failure);
                finish(broken, failure.runbook(), situation + " after " + failure);
            }
        }
    }

    @Test
    void a_server_that_does_not_start_stops_the_migration_before_anything_changes() throws Exception {
        Reviewed change = Reviewed.of(RunbookChange.MAJOR_VERSION_OVER_A_DUMP);
        Deployed deployed = deployed(change, new Situation(StartState.STUCK_ROLLOUT, false, true));

        ModelKubectl.Answer answer = deployed.run(0);
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out())
                .endsWith("Pod postgres-2 does not become Ready; 'kubectl describe pod' shows why. Correct the cause"
                        + " (after a failed rollout: undo it, and delete the pod), then run this again.\n");
        assertThat(deployed.cluster.store.list("Pod"))
                .extracting(Store::nameOf)
                .contains("postgres-0", "postgres-1", "postgres-2");

        deployed.undoRollouts();
        finish(deployed, 0, "after the rollout was undone");
    }

    /** Runs the runbook that failed again, and those after it. */
    private void finish(Deployed deployed, int from, String how) throws Exception {
        for (int i = from; i < deployed.runbooks().size(); i++) {
            ModelKubectl.Answer answer = deployed.run(i);
            String title = deployed.runbooks().get(i).title();
            assertThat(answer.status())
                    .as(how + ": " + title + "\n" + answer.out())
                    .isZero();
        }
        RUNS.incrementAndGet();
        deployed.merge();
        assertThat(deployed.faults()).as(how).isEmpty();
        assertThat(deployed.faultsAfterScaleUp()).as(how).isEmpty();
    }

    private Deployed deployed(Reviewed change, Situation situation) throws Exception {
        Path home = Files.createDirectories(directory.resolve("home-" + ++homes));
        return new Deployed(change, situation, shell, home);
    }
}
