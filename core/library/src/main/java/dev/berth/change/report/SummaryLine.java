package dev.berth.change.report;

import dev.berth.change.Review;
import dev.berth.change.model.ChangeFinding;
import dev.berth.change.model.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A review in one line: how many objects meet which fate. */
final class SummaryLine {
    private SummaryLine() {}

    static String of(Review review) {
        if (review.isEmpty()) {
            return "No change for the cluster";
        }
        List<String> parts = new ArrayList<>();
        for (Effect effect : Effect.values()) {
            Set<String> objects = new TreeSet<>();
            for (ChangeFinding finding : review.findings()) {
                if (finding.effect() == effect) {
                    objects.add(finding.object().toString());
                }
            }
            if (!objects.isEmpty()) {
                parts.add(objects.size() + " " + effect.label());
            }
        }
        return "Objects: " + String.join(", ", parts);
    }
}
