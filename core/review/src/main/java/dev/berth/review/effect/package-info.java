/** What the API server accepts and does not tell: restarts, and data that is deleted, left behind or out of reach. */
@NullMarked
package dev.berth.review.effect;

import org.jspecify.annotations.NullMarked;
