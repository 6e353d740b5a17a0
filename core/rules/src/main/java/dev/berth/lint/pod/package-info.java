/** Pods that do not start, do not become ready, or lose what they write. Start with {@link ProbePortNameMissing}. */
@NullMarked
package dev.berth.lint.pod;

import org.jspecify.annotations.NullMarked;
