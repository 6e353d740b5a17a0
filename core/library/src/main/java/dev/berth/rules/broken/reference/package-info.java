/** Names that name nothing. */
@NullMarked
package dev.berth.rules.broken.reference;

import org.jspecify.annotations.NullMarked;
