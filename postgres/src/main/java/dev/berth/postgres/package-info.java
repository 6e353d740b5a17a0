/** PostgreSQL as a StatefulSet: servers that start, stop and restart with their data. Start with {@link Postgres}. */
@NullMarked
@PublicApi
package dev.berth.postgres;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
