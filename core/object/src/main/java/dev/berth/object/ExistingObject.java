package dev.berth.object;

/**
 * An object outside the rendered set that a declaration refers to. It is in the namespace of the object that refers to
 * it.
 *
 * @param kind the kind, such as {@code Secret}
 * @param name the name of the object
 */
public record ExistingObject(String kind, String name) {}
