package dev.berth.review;

import dev.berth.finding.Acknowledgement;
import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The result of a review, given its acknowledgements and the effects that fail it. */
public final class Judgement {
    private final Review review;
    private final Map<Finding, String> reasons = new HashMap<>();
    private final List<Finding> failures = new ArrayList<>();
    private final List<Acknowledgement> unmatched = new ArrayList<>();

    private Judgement(Review review) {
        this.review = review;
    }

    /** Judges a review: findings with the effects in {@code failOn} fail it, except if they are acknowledged. */
    public static Judgement of(Review review, Acknowledgements acknowledgements, Set<Effect> failOn) {
        Judgement judgement = new Judgement(review);
        Map<String, List<Acknowledgement>> byObject = new HashMap<>();
        for (Acknowledgement entry : acknowledgements.entries()) {
            byObject.computeIfAbsent(entry.object(), object -> new ArrayList<>())
                    .add(entry);
        }
        Set<Acknowledgement> used = new HashSet<>();
        for (Finding finding : review.findings()) {
            for (Acknowledgement entry : byObject.getOrDefault(Acknowledgement.name(finding.object()), List.of())) {
                if (entry.covers(finding)) {
                    judgement.reasons.put(finding, entry.reason());
                    used.add(entry);
                }
            }
            if (failOn.contains(finding.effect()) && !judgement.reasons.containsKey(finding)) {
                judgement.failures.add(finding);
            }
        }
        acknowledgements.entries().stream()
                .filter(entry -> !used.contains(entry))
                .forEach(judgement.unmatched::add);
        return judgement;
    }

    /** Returns the review. */
    public Review review() {
        return review;
    }

    /** Returns why a finding is acknowledged; empty if it is not. */
    public Optional<String> reason(Finding finding) {
        return Optional.ofNullable(reasons.get(finding));
    }

    /** Returns the findings that fail the review. */
    public List<Finding> failures() {
        return List.copyOf(failures);
    }

    /** Returns acknowledgements without a finding. */
    public List<Acknowledgement> unmatched() {
        return List.copyOf(unmatched);
    }
}
