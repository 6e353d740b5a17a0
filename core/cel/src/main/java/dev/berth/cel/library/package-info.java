/** The functions that the API server adds to CEL. Start with {@link KubernetesLibrary}. */
@NullMarked
package dev.berth.cel.library;

import org.jspecify.annotations.NullMarked;
