package dev.berth.cel;

/**
 * What an evaluation returned.
 *
 * @param value the value; the empty string if there is none
 * @param problem why there is no value; empty if there is one
 * @param cost what it cost, in the units of the server
 * @param exceeded whether it was stopped because one evaluation must not cost more
 */
record Evaluation(Object value, String problem, long cost, boolean exceeded) {
    static Evaluation failed(String problem, long cost) {
        return new Evaluation("", problem, cost, false);
    }

    boolean hasFailed() {
        return !problem.isEmpty();
    }
}
