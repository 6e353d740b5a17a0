/**
 * The StorageClasses of Azure managed disks.
 *
 * <p>Start with {@link AzureDisk}.
 */
@NullMarked
package dev.berth.volumes.azure;

import org.jspecify.annotations.NullMarked;
