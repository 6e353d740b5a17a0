/** PostgreSQL as a StatefulSet: servers that start, stop and restart with their data. Start with {@link Postgres}. */
@NullMarked
package dev.berth.postgres;

import org.jspecify.annotations.NullMarked;
