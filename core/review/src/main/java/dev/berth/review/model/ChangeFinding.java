package dev.berth.review.model;

import dev.berth.object.ObjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the cluster does with one change.
 *
 * @param object the object that changes
 * @param file the file that holds the object, from the root of the repository: of the new tree, or of the old one where
 *     the object is gone
 * @param line the line of that file at which the field stands, or the nearest one around it
 * @param effect what the cluster does
 * @param rule the ID of the rule that says so
 * @param field the field that changes, elements of lists by their name; empty where the object as a whole is meant
 * @param cause the field path in the API server's own answer; empty where it is no refusal
 * @param from the value before, never a Secret's; null where there was none
 * @param to the value after, never a Secret's; null where there is none
 * @param claims the claims that are deleted, left behind or closed to the pods by this; none for most findings
 * @param message what happens, in one or a few sentences
 * @param remedy what to do; empty where there is nothing to do
 * @param source the Kubernetes function that does so, and its file
 */
public record ChangeFinding(
        ObjectId object,
        String file,
        int line,
        Effect effect,
        String rule,
        String field,
        String cause,
        @Nullable String from,
        @Nullable String to,
        List<String> claims,
        String message,
        String remedy,
        String source) {

    public ChangeFinding {
        claims = List.copyOf(claims);
    }

    /** The same finding in other words. */
    ChangeFinding saying(String words) {
        return new ChangeFinding(
                object, file, line, effect, rule, field, cause, from, to, claims, words, remedy, source);
    }
}
