/** Redis as a StatefulSet: servers that start, stop and restart with their data. Start with {@link Redis}. */
@NullMarked
@PublicApi
package dev.berth.redis;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
