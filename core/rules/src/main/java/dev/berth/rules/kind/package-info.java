/** The kinds of the Kubernetes API, each in one row of a table. Start with {@link Kinds}. */
@NullMarked
package dev.berth.rules.kind;

import org.jspecify.annotations.NullMarked;
