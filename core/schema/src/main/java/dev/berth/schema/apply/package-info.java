/** Server-side apply of custom resources, which is what {@code kubectl apply --server-side} and GitOps tools do. */
@NullMarked
package dev.berth.schema.apply;

import org.jspecify.annotations.NullMarked;
