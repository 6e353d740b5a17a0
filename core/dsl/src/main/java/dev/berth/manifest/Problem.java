package dev.berth.manifest;

import dev.berth.object.Declaration;

/**
 * One reason why a set is not rendered.
 *
 * @param message what is wrong with which object, and what to do
 * @param declaration the line that made the object
 */
public record Problem(String message, Declaration declaration) {

    /** The message, and below it the line that made the object. */
    @Override
    public String toString() {
        return message + "\n    declared at " + declaration;
    }
}
