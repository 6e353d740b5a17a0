/** The commands that bring a cluster safely from one tree to another. */
@NullMarked
package dev.berth.review.runbook;

import org.jspecify.annotations.NullMarked;
