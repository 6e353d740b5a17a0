package dev.berth.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.berth.review.model.ObjectTreeReader;
import dev.berth.review.runbook.Phase;
import dev.berth.review.runbook.Runbook;
import dev.berth.review.runbook.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The runbooks of one review are one plan, in an order that works. */
class PlanTest {

    @Test
    void everything_is_deleted_and_moved_before_anything_is_applied_once() {
        List<Runbook> runbooks = RunbookChange.SEVERAL_OBJECTS.review().runbooks();

        assertThat(runbooks)
                .extracting(Runbook::title)
                .containsExactly(
                        "Recreate the StorageClass; Copy the data to a claim as it should be", "Part of a plan");
        assertThat(runbooks.get(0).steps())
                .extracting(Step::phase)
                .containsExactly(
                        Phase.PREPARE,
                        Phase.PREPARE,
                        Phase.STOP,
                        Phase.MOVE,
                        Phase.MOVE,
                        Phase.APPLY,
                        Phase.FINISH,
                        Phase.AFTERWARDS,
                        Phase.AFTERWARDS);
        assertThat(runbooks.get(1).script())
                .isEqualTo("# 1. The runbook of StorageClass \"fast-ssd\" contains the steps.\n");
    }

    @Test
    void what_is_not_needed_stays_separate_and_comes_afterwards() {
        assertThat(RunbookChange.SHRINK_CLAIM_TEMPLATE.review().runbooks())
                .extracting(Runbook::title, Runbook::optional)
                .containsExactly(
                        tuple("Recreate the StatefulSet around its pods and claims", false),
                        tuple("Copy the data of postgres-data to new volumes", true));
    }

    @Test
    void a_migration_to_renamed_claims_leaves_the_old_ones_where_they_are() {
        List<Runbook> runbooks = runbooks(RunbookChange.tree()
                .replace("image: postgres:17", "image: postgres:18")
                .replace("name: postgres-data", "name: postgres-data-18"));

        assertThat(runbooks)
                .extracting(Runbook::title)
                .containsExactly("Migrate the database to the new major version");
        assertThat(runbooks.get(0).script()).doesNotContain("moving \"postgres-data-postgres-$ordinal\"");
    }

    @Test
    void the_safe_part_of_a_change_has_no_commands_if_they_would_make_the_unsafe_part() {
        List<Runbook> runbooks = runbooks(RunbookChange.tree()
                .replace("serviceName: cache", "serviceName: other")
                .replace("image: redis:7.2", "image: redis:6.2"));

        assertThat(runbooks).extracting(Runbook::title).containsExactly("Split this change", "No safe way");
        assertThat(runbooks).noneMatch(Runbook::hasCommands);
    }

    private static List<Runbook> runbooks(String after) {
        return Reviewer.review(
                        RunbookChange.before(), ObjectTreeReader.read("after", "", Map.of(RunbookChange.FILE, after)))
                .runbooks();
    }
}
