/**
 * Objects as a cluster returns them: who created them, who set which field, and what their author wrote.
 * Start with {@link LiveObject}.
 */
@NullMarked
package dev.berth.review.live;

import org.jspecify.annotations.NullMarked;
