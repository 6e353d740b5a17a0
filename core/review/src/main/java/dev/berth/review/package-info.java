/**
 * The review of a change: what a cluster that runs one tree does when another tree is applied. Start with
 * {@link Reviewer}.
 */
@NullMarked
package dev.berth.review;

import org.jspecify.annotations.NullMarked;
