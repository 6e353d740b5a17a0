/** The mark of the packages whose types are for users. Start with {@link dev.berth.PublicApi}. */
@NullMarked
package dev.berth;

import org.jspecify.annotations.NullMarked;
