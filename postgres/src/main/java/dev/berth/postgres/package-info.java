/** PostgreSQL as a stateful set: what a server needs to run, stop and come back with its data. */
@NullMarked
package dev.berth.postgres;

import org.jspecify.annotations.NullMarked;
