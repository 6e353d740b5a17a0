package dev.berth.rules.meta;

import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/**
 * The name that the server generates for an object that has only a {@code generateName}, before it checks any rule.
 *
 * <p>Mirrors {@code SimpleNameGenerator.GenerateName} in {@code
 * staging/src/k8s.io/apiserver/pkg/storage/names/generate.go}: five random letters and digits, after as much of the
 * prefix as keeps the name within 63 characters. No rule depends on which ones they are.
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
