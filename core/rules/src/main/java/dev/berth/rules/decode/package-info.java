/**
 * Reads text as Kubernetes objects, as strictly as {@code kubectl apply} and the API server do. Start with
 * {@link ManifestReader}.
 */
@NullMarked
package dev.berth.rules.decode;

import org.jspecify.annotations.NullMarked;
