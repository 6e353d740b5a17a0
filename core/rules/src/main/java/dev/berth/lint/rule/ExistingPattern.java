package dev.berth.lint.rule;

import dev.berth.object.ExistingObject;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A kind and a name, in which {@code *} stands for any characters. It remembers whether it matched anything. */
final class ExistingPattern {

    private final ExistingObject text;
    private final Pattern kind;
    private final Pattern name;
    private final AtomicBoolean matched = new AtomicBoolean();

    ExistingPattern(ExistingObject text) {
        this.text = text;
        this.kind = glob(text.kind());
        this.name = glob(text.name());
    }

    private static Pattern glob(String text) {
        return Pattern.compile(
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    boolean matches(String kindOfObject, String nameOfObject) {
        boolean matches = kind.matcher(kindOfObject).matches()
                && name.matcher(nameOfObject).matches();
        if (matches) {
            matched.set(true);
        }
        return matches;
    }

    boolean hasMatched() {
        return matched.get();
    }

    /** Returns the pattern as it was written. */
    @Override
    public String toString() {
        return text.kind() + "/" + text.name();
    }
}
