/**
 * The StorageClasses of Google Cloud persistent disks and Hyperdisk.
 *
 * <p>Start with {@link GcpPersistentDisk}.
 */
@NullMarked
package dev.berth.volumes.gcp;

import org.jspecify.annotations.NullMarked;
