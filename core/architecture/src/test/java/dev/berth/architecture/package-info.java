/** What holds for the classes of the library as a whole. */
@NullMarked
package dev.berth.architecture;

import org.jspecify.annotations.NullMarked;
