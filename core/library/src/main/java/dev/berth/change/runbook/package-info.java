/** The commands that bring a cluster safely from one tree to another. */
@NullMarked
package dev.berth.change.runbook;

import org.jspecify.annotations.NullMarked;
