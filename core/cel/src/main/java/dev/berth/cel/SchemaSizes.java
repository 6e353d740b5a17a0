package dev.berth.cel;

import dev.berth.cel.cost.SizeLookup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a node of a schema. Mirrors {@code sizeEstimator} in
 * {@code pkg/apiserver/schema/cel/compilation.go} of {@code apiextensions-apiserver}.
 *
 * @param root the type of the node
 */
record SchemaSizes(DeclaredType root) implements SizeLookup {
    private static final DeclaredType KEY = new DeclaredType(null, null, null, false, 0, 2);

    @Override
    public @Nullable Long largest(List<String> path) {
        DeclaredType at = root;
        for (String step : path.subList(1, path.size())) {
            at = switch (step) {
                case ITEMS, VALUES -> at.element();
                case KEYS -> at.isMap() ? KEY : null;
                default -> at.fields() == null ? null : at.fields().get(step);
            };
            if (at == null) {
                return null;
            }
        }
        return at.maxElements();
    }
}
