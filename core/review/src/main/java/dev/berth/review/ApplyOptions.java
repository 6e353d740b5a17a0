package dev.berth.review;

import java.util.Optional;
import java.util.Set;

/**
 * How a tree is applied.
 *
 * @param prune whether objects that the tree no longer contains are deleted; if empty, those of a tree are, and those of a
 *     cluster are not
 * @param serverSide whether it is applied server-side; if empty, an object is applied as it was before
 * @param fieldManager the name under which the tree is applied, as {@code kubectl apply --field-manager} sets it
 * @param namespaces the namespaces that the tree is responsible for, in addition to those of its objects
 */
public record ApplyOptions(
        Optional<Boolean> prune, Optional<Boolean> serverSide, String fieldManager, Set<String> namespaces) {

    /** {@code kubectl apply} without further options. */
    public static final ApplyOptions DEFAULT =
            new ApplyOptions(Optional.empty(), Optional.empty(), "kubectl", Set.of());

    public ApplyOptions {
        namespaces = Set.copyOf(namespaces);
    }
}
