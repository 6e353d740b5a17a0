package dev.berth.review.model;

import dev.berth.object.ObjectId;

/**
 * Objects of a cluster that could not be read, so nothing is known about them.
 *
 * @param group the API group; empty for the core group
 * @param kind the kind
 * @param namespace the namespace; empty for all namespaces, or for a kind without them
 * @param reason why they could not be read, as the end of a sentence
 */
public record UnreadKind(String group, String kind, String namespace, String reason) {

    /** Returns whether an object is one of them. */
    public boolean contains(ObjectId object) {
        return object.group().equals(group)
                && object.kind().equals(kind)
                && (namespace.isEmpty()
                        || object.namespace().isEmpty()
                        || object.namespace().equals(namespace));
    }

    /** Returns a sentence about them. */
    @Override
    public String toString() {
        return kind + (namespace.isEmpty() ? "" : " in namespace \"" + namespace + "\"") + " " + reason
                + ", so it is not compared.";
    }
}
