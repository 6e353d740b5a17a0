/** PersistentVolumes and PersistentVolumeClaims. Start with {@link PersistentVolumeClaim}. */
@NullMarked
@PublicApi
package dev.berth.volumes;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
