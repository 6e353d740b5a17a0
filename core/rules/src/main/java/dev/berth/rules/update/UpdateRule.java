package dev.berth.rules.update;

import dev.berth.rules.Findings;

/** What the API server refuses of an update of one kind. */
@FunctionalInterface
public interface UpdateRule {

    /** Adds what the server would refuse. */
    void check(Update update, Findings findings);

    /** Whether the field may change although the update was refused because of other fields. */
    default boolean mayChange(String field) {
        return false;
    }
}
