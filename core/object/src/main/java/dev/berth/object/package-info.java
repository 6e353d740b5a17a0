/** The identity of objects, and what refers to them. */
@NullMarked
package dev.berth.object;

import org.jspecify.annotations.NullMarked;
