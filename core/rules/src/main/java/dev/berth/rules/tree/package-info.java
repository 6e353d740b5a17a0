/**
 * Objects as trees of fields: which lists and maps have keys, and which values are equal to the API server. Start with
 * {@link SemanticEquality}.
 */
@NullMarked
package dev.berth.rules.tree;

import org.jspecify.annotations.NullMarked;
