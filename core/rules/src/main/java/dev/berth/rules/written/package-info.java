/** The tree of a document, in which each field knows its line. Start with {@link WrittenObject}. */
@NullMarked
package dev.berth.rules.written;

import org.jspecify.annotations.NullMarked;
