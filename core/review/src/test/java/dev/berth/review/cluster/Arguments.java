package dev.berth.review.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arguments of a kubectl command. */
record Arguments(List<String> words, Map<String, String> flags, List<String> command) {
    private static final Set<String> SWITCHES =
            Set.of("all-namespaces", "force-conflicts", "ignore-not-found", "overwrite", "server-side", "stdin");

    static Arguments of(List<String> arguments) {
        List<String> words = new ArrayList<>();
        Map<String, String> flags = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.equals("--")) {
                return new Arguments(words, flags, arguments.subList(i + 1, arguments.size()));
            }
            int equals = word.indexOf('=');
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (equals > 0) {
                flags.put(word.substring(2, equals), word.substring(equals + 1));
            } else if (SWITCHES.contains(word.substring(2))) {
                flags.put(word.substring(2), "");
            } else {
                flags.put(word.substring(2), arguments.get(++i));
            }
        }
        return new Arguments(words, flags, List.of());
    }

    String verb() {
        return words.get(0);
    }

    String word(int place) {
        return words.get(place);
    }

    boolean hasWord(int place) {
        return place < words.size();
    }

    boolean hasFlag(String name) {
        return flags.containsKey(name);
    }

    String flag(String name, String otherwise) {
        return flags.getOrDefault(name, otherwise);
    }
}
