/** The formats of values that several kinds of volumes share. Start with {@link NodePath}. */
@NullMarked
package dev.berth.volumes.format;

import org.jspecify.annotations.NullMarked;
