/**
 * The one door through which a build tool enters the library that stands on the class path of the user's project.
 *
 * <p>Start with {@link Bridge}.
 */
@NullMarked
package dev.berth.bridge;

import org.jspecify.annotations.NullMarked;
