/** The annotation of the packages whose types are for users. Start with {@link PublicApi}. */
@NullMarked
package dev.berth;

import org.jspecify.annotations.NullMarked;
