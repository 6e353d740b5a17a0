package dev.berth.lint.value;

import dev.berth.lint.rule.PodOwner;
import io.fabric8.kubernetes.api.model.Container;

/** Recognizes containers that start a shell. */
final class ShellCommand {

    private ShellCommand() {}

    /** Returns whether a shell reads the arguments of the container, and expands them itself. */
    static boolean isOf(Container container) {
        for (String word : PodOwner.orEmpty(container.getCommand())) {
            if (word != null && word.contains("sh") && word.matches("(?:.*/)?(?:ba|da|a|z|k)?sh(?:\\s.*)?")) {
                return true;
            }
        }
        return false;
    }
}
