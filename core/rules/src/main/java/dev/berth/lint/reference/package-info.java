/** Names that name nothing. */
@NullMarked
package dev.berth.lint.reference;

import org.jspecify.annotations.NullMarked;
