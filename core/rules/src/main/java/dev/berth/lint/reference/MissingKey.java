package dev.berth.lint.reference;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.Naming;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import dev.berth.object.Reference;
import dev.berth.value.Nearest;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** A key that the named ConfigMap or Secret in the set does not have. */
public final class MissingKey extends SetRule {

    public MissingKey() {
        super(
                Level.ERROR,
                new Rule("key-missing", "MakePayload", "pkg/volume/configmap/configmap.go"),
                "The pod waits for it, in ContainerCreating or CreateContainerConfigError.",
                "Add the key, or name one that exists.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (Naming naming : set.namings()) {
            Reference reference = naming.reference();
            HasMetadata object = naming.object();
            String key = reference.key().orElse("");
            if (!key.isEmpty()
                    && !reference.optional()
                    && !isThere(set, object, reference, key)
                    && !isDecidedElsewhere(set, reference)) {
                Keys.of(set, object, reference.kind(), reference.namespace().orElse(""), reference.name())
                        .filter(keys -> !keys.contains(key))
                        .ifPresent(keys -> Keys.reportOn(set, keys, report)
                                .notFound(
                                        this,
                                        object,
                                        reference.fieldPath(),
                                        reference.kind() + " \"" + reference.name() + "\" has no key \"" + key + "\". "
                                                + Keys.listed(keys) + Nearest.question(key, keys)));
            }
        }
    }

    private static boolean isThere(ObjectSet set, HasMetadata from, Reference reference, String key) {
        String namespace = reference.namespace().orElse("");
        for (HasMetadata candidate : set.candidates(from, reference.kind(), namespace, reference.name())) {
            if (Keys.has(candidate, key)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDecidedElsewhere(ObjectSet set, Reference reference) {
        return set.exists(reference.kind(), reference.name())
                || set.isMade(reference.kind(), reference.namespace().orElse(""), reference.name());
    }
}
