package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.meta.LabelRules;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Labels of which a selector takes the values from the pod itself: {@code ValidateMatchLabelKeysAndMismatchLabelKeys},
 * for the terms of an affinity and for spread constraints alike.
 */
final class LabelKeyRules {
    private final Rule rule;
    private final FieldPath path;
    private final Findings findings;

    LabelKeyRules(Rule rule, FieldPath path, Findings findings) {
        this.rule = rule;
        this.path = path;
        this.findings = findings;
    }

    void check(@Nullable List<String> given, @Nullable List<String> excluded, @Nullable LabelSelector selector) {
        List<String> match = Zero.list(given);
        List<String> mismatch = Zero.list(excluded);
        keys(match, selector, path.child("matchLabelKeys"));
        keys(mismatch, selector, path.child("mismatchLabelKeys"));
        if (selector != null) {
            selectedTwice(match, selector);
        }
        for (int i = 0; i < match.size(); i++) {
            if (mismatch.contains(match.get(i))) {
                FieldPath at = path.child("matchLabelKeys").index(i);
                findings.invalid(rule, at, match.get(i), "is in mismatchLabelKeys too");
            }
        }
    }

    private void keys(List<String> keys, @Nullable LabelSelector selector, FieldPath at) {
        if (!keys.isEmpty() && selector == null) {
            findings.forbidden(rule, at, "without a labelSelector there is nothing to add to");
            return;
        }
        for (int i = 0; i < keys.size(); i++) {
            LabelRules.key(keys.get(i), at.index(i), findings);
        }
    }

    /**
     * A key that the selector has twice, reported without {@code matchLabelKeys} in its path, as the server does. Of a
     * Pod the selector already holds the keys that its labels have, so that one more of the same is one too many.
     */
    private void selectedTwice(List<String> match, LabelSelector selector) {
        Set<String> seen = new HashSet<>(Zero.map(selector.getMatchLabels()).keySet());
        for (LabelSelectorRequirement expression : Zero.list(selector.getMatchExpressions())) {
            String key = Zero.text(expression.getKey());
            if (!seen.add(key) && match.contains(key)) {
                findings.invalid(rule, path.index(match.lastIndexOf(key)), key, "is in labelSelector too");
            }
        }
    }
}
