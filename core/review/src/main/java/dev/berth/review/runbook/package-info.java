/** The commands that bring a cluster safely from one tree to another. Start with {@link Runbooks}. */
@NullMarked
package dev.berth.review.runbook;

import org.jspecify.annotations.NullMarked;
