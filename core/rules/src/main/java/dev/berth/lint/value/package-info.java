/** Values that do not mean what they seem to mean. Start with {@link VariableUndefined}. */
@NullMarked
package dev.berth.lint.value;

import org.jspecify.annotations.NullMarked;
