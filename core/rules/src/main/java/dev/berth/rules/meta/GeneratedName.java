package dev.berth.rules.meta;

import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/**
 * The name that the API server generates for an object with a {@code generateName} but no name, before it validates the
 * object.
 *
 * <p>Mirrors {@code SimpleNameGenerator.GenerateName} in {@code
 * staging/src/k8s.io/apiserver/pkg/storage/names/generate.go}: the prefix, cut so that the name has at most 63
 * characters, and then five random letters and digits. No rule depends on which ones they are.
 */
public final class GeneratedName {
    private static final int LONGEST_PREFIX = 58;
    private static final String BY_CHANCE = "xxxxx";

    private GeneratedName() {}

    /** Sets the name if the object has only a {@code generateName}. */
    public static void fillIn(HasMetadata model) {
        ObjectMeta meta = model.getMetadata();
        if (meta != null && Zero.isEmpty(meta.getName()) && !Zero.isEmpty(meta.getGenerateName())) {
            meta.setName(of(meta.getGenerateName()));
        }
    }

    /** Returns a name with this prefix. */
    public static String of(String prefix) {
        return prefix.substring(0, Math.min(prefix.length(), LONGEST_PREFIX)) + BY_CHANCE;
    }
}
