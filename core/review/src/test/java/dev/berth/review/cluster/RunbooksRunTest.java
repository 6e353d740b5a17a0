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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every runbook in a model of a cluster, from every state, with a failure at every point. */
class RunbooksRunTest {
    private static final AtomicInteger RUNS = new AtomicInteger();
    private static ModelShell shell;

    @TempDir
    private Path directory;

    private int homes;

    @BeforeAll
    static void open() throws IOException {
        shell = new ModelShell();
    }

    @AfterAll
    static void close() throws IOException {
        shell.close();
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
    }

    private Deployed deployed(Reviewed change, Situation situation) throws Exception {
        Path home = Files.createDirectories(directory.resolve("home-" + ++homes));
        return new Deployed(change, situation, shell, home);
    }
}
