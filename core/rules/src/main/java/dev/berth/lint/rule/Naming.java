package dev.berth.lint.rule;

import dev.berth.object.Reference;
import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * An object of a set, and a reference to another object.
 *
 * @param object the object
 * @param reference the name in it, and its field path
 */
public record Naming(HasMetadata object, Reference reference) {}
