/** The formats of strings in the schemas of custom resources. Start with {@link TextFormats}. */
@NullMarked
package dev.berth.schema.format;

import org.jspecify.annotations.NullMarked;
