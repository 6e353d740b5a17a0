/** Objects as trees of fields: which lists and maps have keys, and which values are the same to the API server. */
@NullMarked
package dev.berth.rules.tree;

import org.jspecify.annotations.NullMarked;
