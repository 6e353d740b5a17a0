/** The StorageClasses of Azure managed disks. Start with {@link AzureDisk}. */
@NullMarked
@PublicApi
package dev.berth.volumes.azure;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
