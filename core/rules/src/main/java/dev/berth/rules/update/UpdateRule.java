package dev.berth.rules.update;

import dev.berth.rules.Findings;

/** The fields of a kind that the API server refuses to update. */
@FunctionalInterface
public interface UpdateRule {

    /** Adds what the server would refuse. */
    void check(Update update, Findings findings);

    /** Whether the field may change although the update was refused because of other fields. */
    default boolean mayChange(String field) {
        return false;
    }
}
