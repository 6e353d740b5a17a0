/**
 * The StorageClasses of Google Cloud persistent disks and Hyperdisk.
 *
 * <p>Start with {@link GcpPersistentDisk}.
 */
@NullMarked
@PublicApi
package dev.berth.volumes.gcp;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
