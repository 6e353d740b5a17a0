/**
 * Two trees of manifests as data: their objects, what differs between them, and what was found of it.
 *
 * <p>Start with {@link ObjectTree}.
 */
@NullMarked
package dev.berth.review.model;

import org.jspecify.annotations.NullMarked;
