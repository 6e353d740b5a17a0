/** The comment at the top of every rendered file. Start with {@link RenderedHeader}. */
@NullMarked
package dev.berth.header;

import org.jspecify.annotations.NullMarked;
