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

/** A review against what is acknowledged of it and what may not be in it. */
public final class Judgement {
    private final Review review;
    private final Map<Finding, String> reasons = new HashMap<>();
    private final List<Finding> failures = new ArrayList<>();
    private final List<Acknowledgement> unmatched = new ArrayList<>();

    private Judgement(Review review) {
        this.review = review;
    }

    /** Judges a review: findings of the effects in {@code failOn} fail it, unless they are acknowledged. */
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

    /** The review. */
    public Review review() {
        return review;
    }

    /** Why a finding is acknowledged; empty where it is not. */
    public Optional<String> reason(Finding finding) {
        return Optional.ofNullable(reasons.get(finding));
    }

    /** The findings that fail the review. */
    public List<Finding> failures() {
        return List.copyOf(failures);
    }

    /** Acknowledgements of what is not found any more. */
    public List<Acknowledgement> unmatched() {
        return List.copyOf(unmatched);
    }
}
