/** What the declarations of custom resources share: their fields in order. Start with {@link Fields}. */
@NullMarked
package dev.berth.custom;

import org.jspecify.annotations.NullMarked;
