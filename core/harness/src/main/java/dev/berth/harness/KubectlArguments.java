package dev.berth.harness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arguments of a kubectl command.
 *
 * @param words what is not a flag, the verb first
 * @param flags the flags without their dashes, and their values
 * @param command what follows {@code --}
 */
record KubectlArguments(List<String> words, Map<String, String> flags, List<String> command) {

    private static final Set<String> SWITCHES =
            Set.of("force-conflicts", "ignore-not-found", "overwrite", "server-side", "stdin");

    static KubectlArguments of(List<String> arguments) {
        List<String> words = new ArrayList<>();
        Map<String, String> flags = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            int equals = word.indexOf('=');
            if (word.equals("--")) {
                return new KubectlArguments(words, flags, arguments.subList(i + 1, arguments.size()));
            } else if (!word.startsWith("--")) {
                words.add(word);
            } else if (equals > 0) {
                flags.put(word.substring(2, equals), word.substring(equals + 1));
            } else {
                flags.put(word.substring(2), SWITCHES.contains(word.substring(2)) ? "" : arguments.get(++i));
            }
        }
        return new KubectlArguments(words, flags, List.of());
    }

    String word(int place) {
        return words.get(place);
    }

    boolean has(String flag) {
        return flags.containsKey(flag);
    }

    String flag(String name) {
        return flags.getOrDefault(name, "");
    }
}
