package dev.berth.rules.pod;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The references {@code $(NAME)} in a value, a command or an argument of a container, as the kubelet finds them. {@code $$}
 * stands for {@code $}, so {@code $$(NAME)} is not a reference.
 *
 * <p>Source: Kubernetes 1.36, {@code Expand} in {@code third_party/forked/golang/expansion/expand.go}.
 */
public final class VariableReferences {

    private VariableReferences() {}

    /** Returns the names that a text refers to, in order. */
    public static List<String> in(@Nullable String text) {
        List<String> names = new ArrayList<>();
        if (text != null && text.indexOf('$') >= 0) {
            replace(text, name -> {
                names.add(name);
                return Optional.empty();
            });
        }
        return names;
    }

    /**
     * Returns the text with each reference replaced by a value, and each {@code $$} by {@code $}.
     *
     * @param value returns the value of a name; if it is empty, the reference stays as it is
     */
    public static String replace(String text, Function<String, Optional<String>> value) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int close = text.startsWith("$(", at) ? text.indexOf(')', at) : -1;
            if (text.startsWith("$$", at)) {
                replaced.append('$');
                at += 2;
            } else if (close > 0) {
                String reference = text.substring(at, close + 1);
                replaced.append(value.apply(text.substring(at + 2, close)).orElse(reference));
                at = close + 1;
            } else {
                replaced.append(text.charAt(at++));
            }
        }
        return replaced.toString();
    }
}
