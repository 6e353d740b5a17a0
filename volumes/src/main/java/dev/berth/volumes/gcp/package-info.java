/** The StorageClasses of Google Cloud Persistent Disk and Hyperdisk. Start with {@link GcpPersistentDisk}. */
@NullMarked
@PublicApi
package dev.berth.volumes.gcp;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
