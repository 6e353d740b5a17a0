package dev.berth.report;

import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.object.ObjectId;
import dev.berth.review.Judgement;
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
record ObjectFindings(ObjectId object, List<Finding> findings, List<Runbook> runbooks) {
    private static final Set<String> PLAIN = Set.of("created", "deleted", "changed");

    /** The objects of a review, those with the gravest findings first, otherwise in the review's order. */
    static List<ObjectFindings> of(Judgement judgement) {
        Map<ObjectId, List<Finding>> byObject = new LinkedHashMap<>();
        for (Finding finding : judgement.review().findings()) {
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
            findings.sort(Comparator.comparing(Finding::effect));
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
        return findings.stream()
                .allMatch(finding -> PLAIN.contains(finding.rule().id()));
    }

    /** The file and line of the object. */
    String place() {
        Finding first = findings.get(0);
        return first.location().toString();
    }

    /** The findings with the same words, together: one change often has many fields and one effect. */
    List<List<Finding>> byMessage() {
        Map<String, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            groups.computeIfAbsent(
                            finding.effect() + finding.rule().id() + finding.message(), message -> new ArrayList<>())
                    .add(finding);
        }
        return List.copyOf(groups.values());
    }
}
