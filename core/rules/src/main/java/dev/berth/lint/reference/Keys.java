package dev.berth.lint.reference;

import dev.berth.finding.Level;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The keys of a ConfigMap or Secret, never their values. */
final class Keys {

    private static final String TOKEN = "kubernetes.io/service-account-token";

    /** The keys that the token controller adds. Source: {@code pkg/controller/serviceaccount/tokens_controller.go}. */
    private static final Set<String> OF_TOKEN = Set.of("ca.crt", "namespace", "token");

    private Keys() {}

    /**
     * The keys that it has in any of the nearest files that hold it, in order; empty where the set does not have it.
     *
     * @param from the object that names it
     */
    static Optional<Set<String>> of(ObjectSet set, HasMetadata from, String kind, String namespace, String name) {
        Set<String> keys = null;
        for (HasMetadata candidate : set.candidates(from, kind, namespace, name)) {
            keys = keys == null ? of(candidate) : both(keys, of(candidate));
        }
        return Optional.ofNullable(keys);
    }

    /** A program in the cluster may fill in an object that a directory leaves empty, so a missing key is a warning there. */
    static LintReport reportOn(ObjectSet set, Set<String> keys, LintReport report) {
        return keys.isEmpty() && !set.describesCluster() ? report.at(Level.WARNING) : report;
    }

    /** The keys as a sentence. */
    static String listed(Set<String> keys) {
        return keys.isEmpty() ? "It has no keys." : "Keys: " + String.join(", ", keys) + ".";
    }

    /** Whether the author gives an object this key. */
    static boolean has(HasMetadata object, String key) {
        if (object instanceof ConfigMap map) {
            return keys(map.getData()).contains(key)
                    || keys(map.getBinaryData()).contains(key);
        }
        return object instanceof Secret secret
                && (keys(secret.getData()).contains(key)
                        || keys(secret.getStringData()).contains(key));
    }

    private static Set<String> of(HasMetadata object) {
        if (object instanceof ConfigMap map) {
            return both(keys(map.getData()), keys(map.getBinaryData()));
        }
        if (object instanceof Secret secret) {
            Set<String> given = both(keys(secret.getData()), keys(secret.getStringData()));
            return TOKEN.equals(secret.getType()) ? both(given, OF_TOKEN) : given;
        }
        return Set.of();
    }

    private static Set<String> keys(@Nullable Map<String, String> values) {
        return values == null ? Set.of() : values.keySet();
    }

    private static Set<String> both(Set<String> left, Set<String> right) {
        Set<String> all = new TreeSet<>(left);
        all.addAll(right);
        return all;
    }
}
