/**
 * The rules of volumes: those of pods, PersistentVolumes, claims and StorageClasses. Start with
 * {@link PodVolumeRules}.
 */
@NullMarked
package dev.berth.rules.volume;

import org.jspecify.annotations.NullMarked;
