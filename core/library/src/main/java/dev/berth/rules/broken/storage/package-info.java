/** Claims, volumes and storage classes that do not come together, or that lose data. */
@NullMarked
package dev.berth.rules.broken.storage;

import org.jspecify.annotations.NullMarked;
