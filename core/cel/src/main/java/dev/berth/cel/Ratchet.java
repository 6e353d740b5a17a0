package dev.berth.cel;

import dev.berth.schema.Correlated;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a value is the one that the object had before, so that the server does not enforce a rule again. Mirrors
 * {@code ratchetingOptions} in {@code pkg/apiserver/schema/cel/validation.go} of {@code apiextensions-apiserver}.
 *
 * @param current the value and the one that it replaces; null if there is none, or if the schema does not tell which
 * @param parent the nearest value around it of which the schema tells; null at the root
 */
record Ratchet(@Nullable Correlated current, @Nullable Correlated parent) {
    /** An object that is created. */
    static final Ratchet NONE = new Ratchet(null, null);

    Ratchet key(String field) {
        if (current == null) {
            return this;
        }
        boolean typeOfRoot = parent == null && (field.equals("apiVersion") || field.equals("kind"));
        return typeOfRoot ? NONE : new Ratchet(current.key(field), current);
    }

    Ratchet index(int index) {
        return current == null ? this : new Ratchet(current.index(index), current);
    }

    /** The server does not compare clauses of {@code allOf} with the value that they replace. */
    Ratchet ofClause() {
        return new Ratchet(null, parent);
    }

    boolean isUnchanged() {
        Correlated nearest = current == null ? parent : current;
        return nearest != null && nearest.isUnchanged();
    }
}
