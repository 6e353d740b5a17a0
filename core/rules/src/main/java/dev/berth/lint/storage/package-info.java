/** Claims, volumes and StorageClasses that do not fit together, or that lose data. Start with {@link ClaimUnbound}. */
@NullMarked
package dev.berth.lint.storage;

import org.jspecify.annotations.NullMarked;
