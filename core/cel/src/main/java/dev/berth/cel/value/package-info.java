/** Values of custom resources in CEL expressions, typed by their schema. Start with {@link Kube}. */
@NullMarked
package dev.berth.cel.value;

import org.jspecify.annotations.NullMarked;
