/** The volumes of pods, PersistentVolumes and the claims on them, and the StorageClasses of clouds and local clusters. */
@NullMarked
package dev.berth.volumes;

import org.jspecify.annotations.NullMarked;
