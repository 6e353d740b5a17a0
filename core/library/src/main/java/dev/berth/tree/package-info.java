/**
 * Model to text, text to a tree in memory, tree to disk: the only package that knows YAML and the only one that
 * writes.
 *
 * <p>Start with {@link ManifestTree}.
 */
@NullMarked
package dev.berth.tree;

import org.jspecify.annotations.NullMarked;
