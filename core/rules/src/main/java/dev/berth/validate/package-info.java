/** Judges a directory of manifests that anybody wrote, and reports what is wrong with them. */
@NullMarked
package dev.berth.validate;

import org.jspecify.annotations.NullMarked;
