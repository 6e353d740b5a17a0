/** The review of a change: what a cluster that holds one tree will do when it is given another. */
@NullMarked
package dev.berth.review;

import org.jspecify.annotations.NullMarked;
