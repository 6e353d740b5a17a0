/**
 * PersistentVolumes and PersistentVolumeClaims.
 *
 * <p>Start with {@link PersistentVolumeClaim}.
 */
@NullMarked
package dev.berth.volumes;

import org.jspecify.annotations.NullMarked;
