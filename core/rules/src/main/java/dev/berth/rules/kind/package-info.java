/** The kinds of the Kubernetes API, each in one row of a table. Start with {@link dev.berth.rules.kind.Kinds}. */
@NullMarked
package dev.berth.rules.kind;

import org.jspecify.annotations.NullMarked;
