/** Redis as a StatefulSet: servers that start, stop and restart with their data. Start with {@link Redis}. */
@NullMarked
package dev.berth.redis;

import org.jspecify.annotations.NullMarked;
