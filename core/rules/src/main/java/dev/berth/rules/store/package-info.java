/** Stores the objects of any number of documents, compressed. Start with {@link DocumentStore}. */
@NullMarked
package dev.berth.rules.store;

import org.jspecify.annotations.NullMarked;
