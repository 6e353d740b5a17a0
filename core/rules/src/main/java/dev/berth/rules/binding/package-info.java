/**
 * Which volume a claim is bound to, or why to none: the decision of the PersistentVolume controller. Start with
 * {@link VolumeBinder}.
 */
@NullMarked
package dev.berth.rules.binding;

import org.jspecify.annotations.NullMarked;
