/**
 * Server-side apply of custom resources, which is what {@code kubectl apply --server-side} and GitOps tools do. Start
 * with {@link AppliedObject}.
 */
@NullMarked
package dev.berth.schema.apply;

import org.jspecify.annotations.NullMarked;
