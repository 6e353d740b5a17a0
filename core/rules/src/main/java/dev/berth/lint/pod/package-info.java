/** Pods that do not start, do not become ready, or write where nothing is kept. */
@NullMarked
package dev.berth.lint.pod;

import org.jspecify.annotations.NullMarked;
