/**
 * What a version of Kubernetes does not have yet, has only behind a feature gate, or no longer has.
 *
 * <p>Start with {@link dev.berth.rules.version.KubernetesVersion}; the two tables {@code features.txt} and {@code apis.txt}
 * hold the facts.
 */
@NullMarked
package dev.berth.rules.version;

import org.jspecify.annotations.NullMarked;
