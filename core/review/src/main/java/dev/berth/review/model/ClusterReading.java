package dev.berth.review.model;

import java.util.List;

/**
 * How the objects of a running cluster were read.
 *
 * @param namespace the namespace in which an apply creates objects that state none
 * @param unread what could not be read; everything else that the review needs was
 */
public record ClusterReading(String namespace, List<UnreadKind> unread) {

    public ClusterReading {
        unread = List.copyOf(unread);
    }
}
