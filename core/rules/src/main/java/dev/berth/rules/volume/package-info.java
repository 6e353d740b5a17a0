/** The rules of volumes: those of pods, PersistentVolumes, claims and storage classes. */
@NullMarked
package dev.berth.rules.volume;

import org.jspecify.annotations.NullMarked;
