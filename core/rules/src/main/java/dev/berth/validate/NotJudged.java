package dev.berth.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what a validation does not judge, so that a report can state it in one line. */
final class NotJudged {

    private static final int MOST_KINDS = 5;

    private final Map<String, Integer> objects = new TreeMap<>();
    private int documents;
    private int textFiles;
    private int chartFiles;
    private int partFiles;

    /** An object of a kind without rules. */
    void addObject(String kind) {
        objects.merge(kind, 1, Integer::sum);
    }

    /** Documents of other programs. */
    void addDocuments(int number) {
        documents += number;
    }

    /** A file with the name of something other than YAML or JSON. */
    void addTextFile() {
        textFiles++;
    }

    /** A file of a Helm chart. */
    void addChartFile() {
        chartFiles++;
    }

    /** A file from which a kustomization renders objects. */
    void addPartFile() {
        partFiles++;
    }

    /** Returns a second sentence for the totals, which starts with a full stop; empty if everything was judged. */
    String inWords() {
        List<String> parts = new ArrayList<>();
        int all = objects.values().stream().mapToInt(Integer::intValue).sum();
        if (all > 0) {
            parts.add(count(all, "object") + " (" + kinds() + ")");
        }
        if (documents > 0) {
            parts.add(count(documents, "document") + " of other programs");
        }
        if (chartFiles > 0) {
            parts.add(count(chartFiles, "file") + " of Helm charts");
        }
        if (partFiles > 0) {
            parts.add(count(partFiles, "file") + " of kustomizations");
        }
        if (textFiles > 0) {
            parts.add(count(textFiles, "file") + " that " + (textFiles == 1 ? "is" : "are") + " not YAML or JSON");
        }
        return parts.isEmpty() ? "" : ". Not judged: " + String.join(", ", parts);
    }

    private String kinds() {
        List<Map.Entry<String, Integer>> most = objects.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        String named = most.stream()
                .limit(MOST_KINDS)
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        int others = most.size() - MOST_KINDS;
        return others > 0 ? named + " and " + count(others, "other kind") : named;
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
