/** The identity of objects, and the references between them. Start with {@link ObjectId}. */
@NullMarked
@PublicApi
package dev.berth.object;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
