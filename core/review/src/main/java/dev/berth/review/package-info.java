/**
 * The review of a change: what a cluster that holds one tree will do when it is given another.
 *
 * <p>Start with {@link Reviewer}.
 */
@NullMarked
package dev.berth.review;

import org.jspecify.annotations.NullMarked;
