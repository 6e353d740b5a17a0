/** Two trees of manifests as data: their objects, what differs between them, and what was found of it. */
@NullMarked
package dev.berth.review.model;

import org.jspecify.annotations.NullMarked;
