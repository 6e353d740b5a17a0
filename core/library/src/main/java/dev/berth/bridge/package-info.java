/** The one door through which a build tool enters the library that stands on the class path of the user's project. */
@NullMarked
package dev.berth.bridge;

import org.jspecify.annotations.NullMarked;
