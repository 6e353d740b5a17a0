package dev.berth.command;

import dev.berth.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with the declarations. A problem of several environments is reported once, with their names. */
final class Problems {

    private final Map<String, List<String>> environments = new LinkedHashMap<>();

    /** Adds a problem, ready to be shown. */
    void add(String problem) {
        environments.computeIfAbsent(problem, any -> new ArrayList<>());
    }

    /** Adds a finding in the tree of an environment; in none if the name is empty. */
    void add(String environment, Finding finding) {
        add(environment, finding.withDeclaration());
    }

    /** Adds a problem of an environment; of none if the name is empty. */
    void add(String environment, String problem) {
        List<String> names = environments.computeIfAbsent(problem, any -> new ArrayList<>());
        if (!environment.isEmpty()) {
            names.add(environment);
        }
    }

    boolean isEmpty() {
        return environments.isEmpty();
    }

    /** Returns each problem with the environments that have it. */
    List<String> list() {
        List<String> list = new ArrayList<>();
        environments.forEach((problem, names) ->
                list.add(names.isEmpty() ? problem : "In " + String.join(", ", names) + ": " + problem));
        return list;
    }
}
