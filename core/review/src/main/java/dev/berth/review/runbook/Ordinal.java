package dev.berth.review.runbook;

import dev.berth.review.model.SetClaims;
import dev.berth.review.model.TreeObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The ordinal of a pod of a StatefulSet. Runbooks read the ordinals from the cluster, because a person or an autoscaler may
 * have changed the number of pods.
 */
final class Ordinal {
    /** Stands for the ordinal in names of pods and claims. */
    static final String ANY = "\u0003";

    private Ordinal() {}

    /** Returns the name of the claim of any pod. */
    static String claim(String template, String set) {
        return template + "-" + set + "-" + ANY;
    }

    /** Returns a name as a person reads it. */
    static String text(String name) {
        return name.replace(ANY, "N");
    }

    /** Returns the condition that a StatefulSet has a pod with the ordinal when it is as the tree states it. */
    static String isOf(TreeObject set) {
        SetClaims claims = new SetClaims(set);
        String last = "[ \"$ordinal\" -lt " + (claims.start() + claims.replicas()) + " ]";
        return claims.start() == 0 ? last : "[ \"$ordinal\" -ge " + claims.start() + " ] && " + last;
    }

    /** Returns the word that stands for the claims with a name in the function {@code ordinals}. */
    static String pattern(String namespace, String claim) {
        return new Kubectl(namespace).qualified(claim.replace(ANY, "*"));
    }

    /** Returns the commands, which run for each ordinal for which a claim exists, or a volume that moves to it. */
    static List<String> each(List<String> patterns, List<String> lines) {
        List<String> loop = new ArrayList<>();
        loop.add("ordinals=$(ordinals " + String.join(" ", patterns) + ")");
        loop.addAll(Block.loop("for ordinal in $ordinals", lines));
        return List.copyOf(loop);
    }

    /** Returns the commands for a claim: for each ordinal that exists if its name contains any. */
    static List<String> each(String namespace, String claim, List<String> lines) {
        return claim.contains(ANY) ? each(List.of(pattern(namespace, claim)), lines) : lines;
    }
}
