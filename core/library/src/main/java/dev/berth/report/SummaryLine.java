package dev.berth.report;

import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.object.ObjectId;
import dev.berth.review.Review;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A review in one line: which objects meet which fate, the gravest first; many of them are counted. */
public final class SummaryLine {
    private static final int FEW = 3;

    private SummaryLine() {}

    /** The line. */
    public static String of(Review review) {
        if (review.isEmpty()) {
            return "No change for the cluster.";
        }
        Map<ObjectId, Set<Effect>> effects = new HashMap<>();
        for (Finding finding : review.findings()) {
            effects.computeIfAbsent(finding.object(), object -> EnumSet.noneOf(Effect.class))
                    .add(finding.effect());
        }
        List<String> parts = new ArrayList<>();
        for (Effect effect : Effect.values()) {
            Set<ObjectId> objects = new LinkedHashSet<>();
            Set<String> claims = new LinkedHashSet<>();
            for (Finding finding : review.findings()) {
                if (finding.effect() == effect && happens(effect, effects.get(finding.object()))) {
                    objects.add(finding.object());
                    claims.addAll(finding.requireChange().claims());
                }
            }
            if (!objects.isEmpty()) {
                parts.add(capitalized(effect.label()) + ": " + listed(objects, claims) + ".");
            }
        }
        return String.join(" ", parts);
    }

    /** Whether an effect is worth a word: what is refused restarts nothing, and beside graver effects is no "in place". */
    private static boolean happens(Effect effect, @Nullable Set<Effect> all) {
        return switch (effect) {
            case RESTART -> all == null || !all.contains(Effect.REFUSED);
            case IN_PLACE -> all == null || EnumSet.of(Effect.IN_PLACE).equals(all);
            default -> true;
        };
    }

    private static String listed(Set<ObjectId> objects, Set<String> claims) {
        String names = objects.size() > FEW
                ? objects.size() + " objects"
                : objects.stream()
                        .map(object -> object.kind() + " " + object.name())
                        .collect(Collectors.joining(", "));
        if (claims.isEmpty()) {
            return names;
        }
        return names
                + (claims.size() > FEW ? " (" + claims.size() + " claims)" : " (" + String.join(", ", claims) + ")");
    }

    private static String capitalized(String label) {
        return Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }
}
