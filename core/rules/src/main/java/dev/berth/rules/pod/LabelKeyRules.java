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
 * The rules of {@code matchLabelKeys}, whose values a selector copies from the pod's labels: {@code
 * ValidateMatchLabelKeysAndMismatchLabelKeys}, for affinity terms and spread constraints alike.
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
                findings.invalid(rule, at, match.get(i), "must not be in mismatchLabelKeys too");
            }
        }
    }

    private void keys(List<String> keys, @Nullable LabelSelector selector, FieldPath at) {
        if (!keys.isEmpty() && selector == null) {
            findings.forbidden(rule, at, "not allowed without a labelSelector");
            return;
        }
        for (int i = 0; i < keys.size(); i++) {
            LabelRules.key(keys.get(i), at.index(i), findings);
        }
    }

    /**
     * Reports a key that the selector has twice, without {@code matchLabelKeys} in its path, as the server does. In a
     * Pod, the selector already contains the pod's own keys, so one more is a duplicate.
     */
    private void selectedTwice(List<String> match, LabelSelector selector) {
        Set<String> seen = new HashSet<>(Zero.map(selector.getMatchLabels()).keySet());
        for (LabelSelectorRequirement expression : Zero.list(selector.getMatchExpressions())) {
            String key = Zero.text(expression.getKey());
            if (!seen.add(key) && match.contains(key)) {
                findings.invalid(rule, path.index(match.lastIndexOf(key)), key, "must not be in labelSelector too");
            }
        }
    }
}
