package dev.berth.lint.value;

import io.fabric8.kubernetes.api.model.Container;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The references {@code $(NAME)} in a value, as the kubelet finds them. {@code $$(NAME)} is not a reference. Source:
 * {@code Expand} in {@code third_party/forked/golang/expansion/expand.go}.
 */
final class VariableReferences {

    private VariableReferences() {}

    /** Returns the names that the value refers to. */
    static List<String> in(@Nullable String value) {
        List<String> names = new ArrayList<>();
        int at = value == null ? -1 : value.indexOf('$');
        while (value != null && at >= 0 && at + 1 < value.length()) {
            int end = value.charAt(at + 1) == '(' ? value.indexOf(')', at + 2) : -1;
            if (end > 0) {
                names.add(value.substring(at + 2, end));
            }
            at = value.indexOf('$', Math.max(end, at + (value.charAt(at + 1) == '$' ? 2 : 1)));
        }
        return names;
    }

    /** Returns whether a shell reads the arguments of the container, and expands them itself. */
    static boolean areReadByShell(Container container) {
        List<String> command = container.getCommand();
        return command != null
                && command.stream()
                        .anyMatch(word -> word != null && word.matches("(?:.*/)?(?:ba|da|a|z|k)?sh(?:\\s.*)?"));
    }
}
