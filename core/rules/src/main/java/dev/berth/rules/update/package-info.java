/** What the API server refuses of an update: what may change is listed, all else is refused. */
@NullMarked
package dev.berth.rules.update;

import org.jspecify.annotations.NullMarked;
