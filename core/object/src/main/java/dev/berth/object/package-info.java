/**
 * The identity of objects, and what refers to them.
 *
 * <p>Start with {@link ObjectId}.
 */
@NullMarked
package dev.berth.object;

import org.jspecify.annotations.NullMarked;
