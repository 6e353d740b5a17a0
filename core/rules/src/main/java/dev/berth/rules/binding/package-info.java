/**
 * Which volume a claim gets, and why it gets none: the PersistentVolume controller's own decision, offline.
 *
 * <p>Start with {@link VolumeBinder}.
 */
@NullMarked
package dev.berth.rules.binding;

import org.jspecify.annotations.NullMarked;
