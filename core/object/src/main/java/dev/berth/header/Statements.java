package dev.berth.header;

import dev.berth.finding.Acknowledgement;
import dev.berth.object.ExistingObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the declaration of a file states that its objects do not contain. It is written into the header of the rendered
 * file, one line for each statement, so that {@code validate} knows it too.
 *
 * @param cluster what differs from the default cluster, by parameter name
 * @param existing the objects outside the rendered tree that the file refers to
 * @param acknowledgements the findings in the file that are intended
 * @param insteadOf the path of the file for which this file is an alternative
 */
public record Statements(
        SortedMap<String, String> cluster,
        List<ExistingObject> existing,
        List<Acknowledgement> acknowledgements,
        Optional<String> insteadOf) {

    /** The statements of a file that states nothing. */
    public static final Statements NONE = new Statements(new TreeMap<>(), List.of(), List.of(), Optional.empty());

    private static final String CLUSTER = "Cluster: ";
    private static final String EXISTING = "Already in the cluster: ";
    private static final String ACKNOWLEDGED = "Acknowledged: ";
    private static final String INSTEAD_OF = "Applied instead of: ";

    /** Creates statements in a fixed order, whatever the order of the declaration. */
    public Statements {
        cluster = new TreeMap<>(cluster);
        existing = existing.size() < 2 ? List.copyOf(existing) : sortedObjects(existing);
        acknowledgements =
                acknowledgements.size() < 2 ? List.copyOf(acknowledgements) : sortedAcknowledgements(acknowledgements);
    }

    private static List<ExistingObject> sortedObjects(List<ExistingObject> objects) {
        return objects.stream()
                .distinct()
                .sorted(Comparator.comparing(ExistingObject::kind).thenComparing(ExistingObject::name))
                .toList();
    }

    private static List<Acknowledgement> sortedAcknowledgements(List<Acknowledgement> acknowledgements) {
        return acknowledgements.stream()
                .sorted(Comparator.comparing(Acknowledgement::object).thenComparing(Acknowledgement::rule))
                .toList();
    }

    /** Returns a line for each statement, without the characters that make it a comment. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!cluster.isEmpty()) {
            List<String> facts = new ArrayList<>();
            cluster.forEach((name, value) -> facts.add(name + "=" + value));
            lines.add(CLUSTER + String.join(" ", facts));
        }
        existing.forEach(object -> lines.add(EXISTING + object.kind() + "/" + object.name()));
        acknowledgements.forEach(
                entry -> lines.add(ACKNOWLEDGED + entry.rule() + " of " + entry.object() + ": " + entry.reason()));
        insteadOf.ifPresent(path -> lines.add(INSTEAD_OF + path));
        return lines;
    }

    /**
     * Reads the lines of a header, without the characters that make them comments. Other lines are ignored. Most files state
     * nothing, and share {@link #NONE}.
     */
    public static Statements read(Collection<String> lines) {
        SortedMap<String, String> cluster = new TreeMap<>();
        List<ExistingObject> existing = new ArrayList<>();
        List<Acknowledgement> acknowledgements = new ArrayList<>();
        Optional<String> insteadOf = Optional.empty();
        for (String line : lines) {
            if (line.startsWith(CLUSTER)) {
                pairs(line.substring(CLUSTER.length()).split(" "), '=')
                        .forEach(fact -> cluster.put(fact.getKey(), fact.getValue()));
            } else if (line.startsWith(EXISTING)) {
                pairs(new String[] {line.substring(EXISTING.length())}, '/')
                        .forEach(object -> existing.add(new ExistingObject(object.getKey(), object.getValue())));
            } else if (line.startsWith(ACKNOWLEDGED)) {
                acknowledgement(line.substring(ACKNOWLEDGED.length())).ifPresent(acknowledgements::add);
            } else if (line.startsWith(INSTEAD_OF)) {
                insteadOf = Optional.of(line.substring(INSTEAD_OF.length()));
            }
        }
        Statements read = new Statements(cluster, existing, acknowledgements, insteadOf);
        return read.equals(NONE) ? NONE : read;
    }

    private static List<Map.Entry<String, String>> pairs(String[] texts, char separator) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String text : texts) {
            int at = text.indexOf(separator);
            if (at > 0) {
                pairs.add(Map.entry(text.substring(0, at), text.substring(at + 1)));
            }
        }
        return pairs;
    }

    private static Optional<Acknowledgement> acknowledgement(String text) {
        int of = text.indexOf(" of ");
        int colon = text.indexOf(": ", of + 1);
        return of < 0 || colon < 0
                ? Optional.empty()
                : Optional.of(new Acknowledgement(
                        text.substring(of + 4, colon), text.substring(0, of), null, text.substring(colon + 2)));
    }

    /** Returns the objects that any of these files state. */
    public static Set<ExistingObject> existing(Collection<Statements> files) {
        Set<ExistingObject> all = new LinkedHashSet<>();
        files.forEach(file -> all.addAll(file.existing()));
        return all;
    }
}
