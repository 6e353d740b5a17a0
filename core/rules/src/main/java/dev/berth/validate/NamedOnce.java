package dev.berth.validate;

import dev.berth.finding.Finding;
import dev.berth.finding.FindingType;
import dev.berth.finding.Level;
import dev.berth.rules.kind.Kind;
import dev.berth.rules.kind.Kinds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that lead to nothing in a directory and may lead to something in the cluster: one finding for each name, at
 * its first use, whatever the number of uses.
 */
final class NamedOnce {

    private final Map<String, Uses> byName = new LinkedHashMap<>();

    private record Uses(Finding first, int others) {}

    /** Adds a finding if it is one of these; returns false for others. */
    boolean add(Finding finding) {
        if (finding.level() == Level.ERROR || finding.type() != FindingType.NOT_FOUND) {
            return false;
        }
        byName.merge(key(finding), new Uses(finding, 0), (uses, next) -> new Uses(uses.first, uses.others + 1));
        return true;
    }

    /** A message names an object without its namespace, which is that of the object that names it. */
    private static String key(Finding finding) {
        String kind = finding.message().substring(0, finding.message().indexOf(' '));
        // ClusterIssuer and ClusterSecretStore are no built-in kinds.
        boolean clusterWide = kind.startsWith("Cluster")
                || Kinds.named(kind).filter(Kind::isClusterWide).isPresent();
        String namespace = clusterWide ? "" : finding.object().namespace();
        return String.join("/", finding.rule().id(), namespace, finding.message());
    }

    /** Returns a finding for each name, in the order of the first uses. */
    List<Finding> all() {
        return byName.values().stream()
                .map(uses -> uses.others == 0
                        ? uses.first
                        : uses.first.withMessage(uses.first.message() + " It is named in " + uses.others + " more "
                                + (uses.others == 1 ? "place" : "places") + "."))
                .toList();
    }
}
