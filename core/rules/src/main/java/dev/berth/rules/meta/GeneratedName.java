package dev.berth.rules.meta;

import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/**
 * The name that the server makes for an object with a {@code generateName} alone, before it looks at any rule.
 *
 * <p>Mirrors {@code SimpleNameGenerator.GenerateName} in
 * {@code staging/src/k8s.io/apiserver/pkg/storage/names/generate.go}: five letters and digits by chance, behind as much of
 * the prefix as leaves 63 characters. Which ones they are decides nothing.
 */
public final class GeneratedName {
    private static final int LONGEST_PREFIX = 58;
    private static final String BY_CHANCE = "xxxxx";

    private GeneratedName() {}

    /** Gives the object a name where it only says how it begins. */
    public static void fillIn(HasMetadata model) {
        ObjectMeta meta = model.getMetadata();
        if (meta != null && Zero.isEmpty(meta.getName()) && !Zero.isEmpty(meta.getGenerateName())) {
            String prefix = meta.getGenerateName();
            meta.setName(prefix.substring(0, Math.min(prefix.length(), LONGEST_PREFIX)) + BY_CHANCE);
        }
    }
}
