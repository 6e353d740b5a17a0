package dev.berth.review.update;

import dev.berth.rules.Findings;

/** What the API server refuses of an update of one kind. */
@FunctionalInterface
interface UpdateRule {

    /** Adds what the server would refuse. */
    void check(Update update, Findings findings);
}
