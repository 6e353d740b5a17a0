package dev.berth.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The change of a field or an object that a finding of a review is about.
 *
 * @param effect what the cluster does with it
 * @param serverField the field that the API server names in its refusal; empty if it does not refuse the change
 * @param from the value before the change, never a value of a Secret; null if there was none
 * @param to the value after the change, never a value of a Secret; null if there is none
 * @param claims the claims that are deleted, left behind or no longer reachable because of the change
 */
public record Change(
        Effect effect,
        String serverField,
        @Nullable String from,
        @Nullable String to,
        List<String> claims) {

    public Change {
        claims = List.copyOf(claims);
    }
}
