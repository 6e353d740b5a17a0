/** What a version of Kubernetes does not have yet, has only behind a gate, or has no more. */
@NullMarked
package dev.berth.rules.version;

import org.jspecify.annotations.NullMarked;
