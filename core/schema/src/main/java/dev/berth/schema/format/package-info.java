/** The formats of strings in the schemas of custom resources. */
@NullMarked
package dev.berth.schema.format;

import org.jspecify.annotations.NullMarked;
