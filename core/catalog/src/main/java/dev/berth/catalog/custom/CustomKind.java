package dev.berth.catalog.custom;

import java.util.List;

/**
 * What a controller does for a custom resource of one kind.
 *
 * @param makesPods whether it starts pods, or may start some
 * @param creates the objects of known names that it creates
 */
public record CustomKind(boolean makesPods, List<CreatedName> creates) {

    /** A kind that the catalog does not have. */
    static final CustomKind UNKNOWN = new CustomKind(true, List.of());

    /** Copies the list. */
    public CustomKind {
        creates = List.copyOf(creates);
    }
}
