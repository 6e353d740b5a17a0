/**
 * The identity of objects, and what refers to them.
 *
 * <p>Start with {@link ObjectId}.
 */
@NullMarked
@PublicApi
package dev.berth.object;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
