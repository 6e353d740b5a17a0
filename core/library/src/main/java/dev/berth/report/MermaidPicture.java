package dev.berth.report;

import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.object.ObjectId;
import dev.berth.review.model.Link;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The objects that a change touches and what happens to them, as a Mermaid flow chart. */
final class MermaidPicture {
    /** Beyond this many boxes a picture tells nothing. */
    private static final int MOST = 25;

    private static final String LOSS = "loss";
    private static final String UNCHANGED = "unchanged";

    private static final Map<String, String> COLORS = new TreeMap<>(Map.of(
            "refused",
            "fill:#f8d7da,stroke:#b02a37,color:#58151c",
            LOSS,
            "fill:#f1aeb5,stroke:#b02a37,color:#58151c",
            "restart",
            "fill:#fff3cd,stroke:#997404,color:#664d03",
            "inplace",
            "fill:#e2e3e5,stroke:#565e64,color:#2b2f32",
            "created",
            "fill:#d1e7dd,stroke:#146c43,color:#0a3622",
            "deleted",
            "fill:#e2e3e5,stroke:#b02a37,color:#2b2f32",
            UNCHANGED,
            "fill:#ffffff,stroke:#adb5bd,color:#495057"));

    private final StringBuilder text = new StringBuilder("\n```mermaid\nflowchart LR\n");
    private final Map<ObjectId, Integer> boxes = new LinkedHashMap<>();
    private final Set<String> styles = new LinkedHashSet<>();
    private final Set<String> claims = new LinkedHashSet<>();

    private MermaidPicture() {}

    static String of(List<ObjectFindings> objects, List<Link> links) {
        if (objects.isEmpty()) {
            return "";
        }
        MermaidPicture picture = new MermaidPicture();
        for (ObjectFindings object : objects.subList(0, Math.min(MOST, objects.size()))) {
            picture.box(object.object(), object.gravest().label(), style(object.gravest()));
        }
        if (objects.size() > MOST) {
            picture.text.append("  more[\"").append(objects.size() - MOST).append(" more objects\"]\n");
        }
        objects.forEach(picture::claims);
        links.forEach(picture::link);
        COLORS.forEach((style, color) -> {
            if (picture.styles.contains(style)) {
                picture.line("classDef " + style + " " + color);
            }
        });
        return picture.text.append("```\n").toString();
    }

    private void box(ObjectId object, String fate, String style) {
        boxes.put(object, boxes.size() + 1);
        styles.add(style);
        line("o" + boxes.size() + "[\"" + escaped(object.kind()) + "<br>" + escaped(object.name()) + "<br>" + fate
                + "\"]:::" + style);
    }

    private void claims(ObjectFindings object) {
        Integer from = boxes.get(object.object());
        for (Finding finding : object.findings()) {
            for (String claim : finding.requireChange().claims()) {
                if (from != null && claims.size() < MOST && claims.add(from + " " + claim)) {
                    styles.add(LOSS);
                    line("o" + from + " -->|" + fate(finding.rule().id()) + "| c" + claims.size() + "[(\""
                            + escaped(claim) + "\")]:::" + LOSS);
                }
            }
        }
    }

    private static String fate(String rule) {
        return rule.contains("deletes") ? "deletes" : rule.startsWith("retention") ? "may delete" : "leaves behind";
    }

    private void link(Link link) {
        if (!boxes.containsKey(link.from()) || (boxes.size() >= 2 * MOST && !boxes.containsKey(link.to()))) {
            return;
        }
        if (!boxes.containsKey(link.to())) {
            box(link.to(), "unchanged", UNCHANGED);
        }
        line("o" + boxes.get(link.from()) + " -->|" + link.label() + "| o" + boxes.get(link.to()));
    }

    private void line(String line) {
        text.append("  ").append(line).append('\n');
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
            case DATA_LOSS -> LOSS;
            case RESTART -> "restart";
            case IN_PLACE -> "inplace";
            case CREATED -> "created";
            case DELETED -> "deleted";
        };
    }
}
