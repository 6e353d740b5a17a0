/** Assertions for tests of declarations: what they render is what the repository holds. */
@NullMarked
package dev.berth.testing;

import org.jspecify.annotations.NullMarked;
