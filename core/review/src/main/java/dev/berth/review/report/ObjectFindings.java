package dev.berth.review.report;

import dev.berth.object.ObjectId;
import dev.berth.review.Judgement;
import dev.berth.review.model.ChangeFinding;
import dev.berth.review.model.Effect;
import dev.berth.review.runbook.Runbook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that was found of one object.
 *
 * @param object the object
 * @param findings its findings, the gravest first
 * @param runbooks the ways to its change, or that there is none
 */
record ObjectFindings(ObjectId object, List<ChangeFinding> findings, List<Runbook> runbooks) {
    private static final Set<String> PLAIN = Set.of("created", "deleted", "changed");

    /** The objects of a review, those with the gravest findings first, otherwise in the review's order. */
    static List<ObjectFindings> of(Judgement judgement) {
        Map<ObjectId, List<ChangeFinding>> byObject = new LinkedHashMap<>();
        for (ChangeFinding finding : judgement.review().findings()) {
            byObject.computeIfAbsent(finding.object(), object -> new ArrayList<>())
                    .add(finding);
        }
        Map<ObjectId, List<Runbook>> runbooks = new LinkedHashMap<>();
        for (Runbook runbook : judgement.review().runbooks()) {
            runbooks.computeIfAbsent(runbook.object(), object -> new ArrayList<>())
                    .add(runbook);
        }
        List<ObjectFindings> objects = new ArrayList<>();
        byObject.values().forEach(findings -> {
            ObjectId object = findings.get(0).object();
            findings.sort(Comparator.comparing(ChangeFinding::effect));
            objects.add(new ObjectFindings(object, findings, runbooks.getOrDefault(object, List.of())));
        });
        objects.sort(Comparator.comparing(ObjectFindings::gravest));
        return objects;
    }

    /** The gravest of its effects. */
    Effect gravest() {
        return findings.get(0).effect();
    }

    /** Whether there is nothing to tell but that the object comes or goes, or that values are exchanged. */
    boolean isPlain() {
        return findings.stream().allMatch(finding -> PLAIN.contains(finding.rule()));
    }

    /** The file and line of the object. */
    String place() {
        ChangeFinding first = findings.get(0);
        return first.file().isEmpty() ? "" : first.file() + ":" + first.line();
    }

    /** The findings with the same words, together: one change often has many fields and one effect. */
    List<List<ChangeFinding>> byMessage() {
        Map<String, List<ChangeFinding>> groups = new LinkedHashMap<>();
        for (ChangeFinding finding : findings) {
            groups.computeIfAbsent(finding.effect() + finding.rule() + finding.message(), message -> new ArrayList<>())
                    .add(finding);
        }
        return List.copyOf(groups.values());
    }
}
