/** Two trees of manifests as data: their objects and the differences between them. Start with {@link ObjectTree}. */
@NullMarked
package dev.berth.review.model;

import org.jspecify.annotations.NullMarked;
