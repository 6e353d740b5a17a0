/** References to objects and keys that do not exist. Start with {@link MissingObject}. */
@NullMarked
package dev.berth.lint.reference;

import org.jspecify.annotations.NullMarked;
