package dev.berth.change.report;

import dev.berth.change.model.ChangeFinding;
import dev.berth.change.model.Effect;
import dev.berth.manifest.ObjectId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The objects that a change touches and what becomes of them, as a Mermaid flow chart. */
final class MermaidPicture {
    /** Beyond this many boxes a picture tells nothing. */
    private static final int MOST = 25;

    private static final Map<Effect, String> COLOURS = new EnumMap<>(Map.of(
            Effect.REFUSED, "fill:#f8d7da,stroke:#b02a37,color:#58151c",
            Effect.DATA_LOSS, "fill:#f1aeb5,stroke:#b02a37,color:#58151c",
            Effect.RESTART, "fill:#fff3cd,stroke:#997404,color:#664d03",
            Effect.IN_PLACE, "fill:#e2e3e5,stroke:#565e64,color:#2b2f32",
            Effect.CREATED, "fill:#d1e7dd,stroke:#146c43,color:#0a3622",
            Effect.DELETED, "fill:#e2e3e5,stroke:#b02a37,color:#2b2f32"));

    private MermaidPicture() {}

    static String of(List<ObjectFindings> objects) {
        if (objects.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n```mermaid\nflowchart LR\n  change([this change])\n");
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        int number = 0;
        for (ObjectFindings object : objects) {
            if (number == MOST) {
                text.append("  change --> more[\"")
                        .append(objects.size() - MOST)
                        .append(" more objects\"]\n");
                break;
            }
            number++;
            effects.add(object.gravest());
            text.append("  change -->|")
                    .append(object.gravest().label())
                    .append("| o")
                    .append(number)
                    .append("[\"")
                    .append(label(object.object()))
                    .append("\"]:::")
                    .append(style(object.gravest()))
                    .append('\n');
            claims(object, number, text, effects);
        }
        for (Effect effect : effects) {
            text.append("  classDef ")
                    .append(style(effect))
                    .append(' ')
                    .append(COLOURS.get(effect))
                    .append('\n');
        }
        return text.append("```\n").toString();
    }

    private static void claims(ObjectFindings object, int number, StringBuilder text, Set<Effect> effects) {
        int claim = 0;
        for (ChangeFinding finding : object.findings()) {
            for (String name : finding.claims()) {
                claim++;
                effects.add(Effect.DATA_LOSS);
                text.append("  o")
                        .append(number)
                        .append(" --> o")
                        .append(number)
                        .append('c')
                        .append(claim)
                        .append("[(\"")
                        .append(escaped(name))
                        .append("\")]:::")
                        .append(style(Effect.DATA_LOSS))
                        .append('\n');
            }
        }
    }

    private static String label(ObjectId object) {
        return escaped(object.kind()) + "<br>" + escaped(object.name());
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || "-_./: ".indexOf(c) >= 0) {
                safe.appendCodePoint(c);
            } else {
                safe.append('#').append(c).append(';');
            }
        });
        return safe.toString();
    }

    private static String style(Effect effect) {
        return switch (effect) {
            case REFUSED -> "refused";
            case DATA_LOSS -> "loss";
            case RESTART -> "restart";
            case IN_PLACE -> "inplace";
            case CREATED -> "created";
            case DELETED -> "deleted";
        };
    }
}
