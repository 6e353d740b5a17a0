/**
 * Pods that do not start, do not become ready, or write where nothing is kept.
 *
 * <p>Start with {@link ProbePortNameMissing}.
 */
@NullMarked
package dev.berth.lint.pod;

import org.jspecify.annotations.NullMarked;
