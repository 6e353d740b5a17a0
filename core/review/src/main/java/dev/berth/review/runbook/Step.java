package dev.berth.review.runbook;

import java.util.List;

/**
 * One step of a runbook.
 *
 * @param phase when the step runs
 * @param why what the step does, in one line
 * @param lines the commands for bash; empty for a step that a person reads
 */
public record Step(Phase phase, String why, List<String> lines) {
    /** The one way of applying. Who has scaled a workload by hand owns its replicas: an apply without force would stop. */
    static final String APPLY =
            "kubectl apply --server-side --force-conflicts --field-manager \"${FIELD_MANAGER:-kubectl}\"";

    public Step {
        lines = List.copyOf(lines);
    }

    /** Returns a step of commands that run in this order. */
    static Step run(Phase phase, String why, String... lines) {
        return new Step(phase, why, List.of(lines));
    }

    /** Returns a step of commands that run in this order. */
    static Step run(Phase phase, String why, List<String> lines) {
        return new Step(phase, why, lines);
    }

    /** Returns a step without a command. */
    static Step read(Phase phase, String why) {
        return new Step(phase, why, List.of());
    }

    /** Returns the step that applies a file. */
    static Step apply(String why, String file) {
        return run(Phase.APPLY, why, APPLY + " --filename " + Kubectl.quote(file));
    }
}
