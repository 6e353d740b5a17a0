package dev.berth.lint.value;

import io.fabric8.kubernetes.api.model.Container;
import java.util.List;

/** Recognizes containers that start a shell. */
final class ShellCommand {

    private ShellCommand() {}

    /** Returns whether a shell reads the arguments of the container, and expands them itself. */
    static boolean isOf(Container container) {
        List<String> command = container.getCommand();
        return command != null
                && command.stream()
                        .anyMatch(word -> word != null && word.matches("(?:.*/)?(?:ba|da|a|z|k)?sh(?:\\s.*)?"));
    }
}
