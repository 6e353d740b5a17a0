/** What the API server refuses of an update: what may change is listed, all else is refused. */
@NullMarked
package dev.berth.change.update;

import org.jspecify.annotations.NullMarked;
