/**
 * Fields and values that a version of Kubernetes does not have yet, has only behind a feature gate, or no longer has.
 * Start with {@link Feature}. The facts are in two tables, {@code features.txt} and {@code apis.txt}.
 */
@NullMarked
package dev.berth.rules.version;

import org.jspecify.annotations.NullMarked;
