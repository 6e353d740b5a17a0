package dev.berth.report;

import dev.berth.review.Judgement;
import java.util.List;

/**
 * The review of one tree of an output directory.
 *
 * @param name the directory of the tree; empty if it is the only one, or for the files that are in no other tree
 * @param judgement its review
 * @param notes what else changed: the tree is new, or an object moved to another file
 */
public record ReviewedTree(String name, Judgement judgement, List<String> notes) {

    public ReviewedTree {
        notes = List.copyOf(notes);
    }

    /** Returns whether there is nothing to report. */
    public boolean isUnchanged() {
        return notes.isEmpty()
                && judgement.review().isEmpty()
                && judgement.review().leftOut().isEmpty();
    }
}
