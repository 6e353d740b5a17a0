package dev.berth.review.runbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Moves volumes with their data to claims with other names. */
final class RebindClaims {
    /** A claim, and the name of the claim that gets its volume. */
    record Pair(String from, String to) {}

    private RebindClaims() {}

    /** Returns the steps; the new claims get their labels, annotations and spec from {@code like}. */
    static List<Step> steps(String fromNamespace, String toNamespace, List<Pair> pairs, JsonNode like) {
        List<Step> steps = new ArrayList<>();
        boolean moves = !fromNamespace.equals(toNamespace) && !toNamespace.isEmpty();
        String where = moves ? " in namespace " + toNamespace : "";
        if (moves) {
            String namespace = "namespace " + Kubectl.quote(toNamespace);
            steps.add(Step.run(
                    Phase.MOVE,
                    "Create the new namespace if it does not exist.",
                    "exists " + namespace + " || kubectl create " + namespace));
        }
        for (Pair pair : pairs) {
            steps.add(Step.run(
                    Phase.MOVE,
                    "Move the volume of " + (pair.from().contains(Ordinal.ANY) ? "each claim " : "")
                            + Ordinal.text(pair.from()) + " to " + Ordinal.text(pair.to()) + where + ".",
                    lines(fromNamespace, toNamespace, pair, like)));
        }
        return steps;
    }

    /** Returns the commands for one volume. They note on the volume where it moves, so that they can be run again. */
    static List<String> lines(String fromNamespace, String toNamespace, Pair pair, JsonNode like) {
        Kubectl from = new Kubectl(fromNamespace);
        String claim = Kubectl.quote(pair.from());
        String to = new Kubectl(toNamespace).qualified(pair.to());
        List<String> move = new ArrayList<>();
        move.add("class=$(field .spec.storageClassName persistentvolume \"$volume\")");
        move.add(from.call("release " + claim + " \"$volume\" " + to));
        move.addAll(StandardInput.createOnVolume(toNamespace, pair.to(), like));
        move.add("settle " + to + " \"$volume\"");
        List<String> lines = new ArrayList<>();
        lines.add("volume=$(" + from.call("moving " + claim + " " + to) + ")");
        lines.addAll(Block.when("[ -n \"$volume\" ]", move));
        if (!pair.from().contains(Ordinal.ANY)) {
            return lines;
        }
        return Ordinal.each(
                List.of(Ordinal.pattern(fromNamespace, pair.from()), Ordinal.pattern(toNamespace, pair.to())), lines);
    }
}
