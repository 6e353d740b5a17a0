/**
 * Assertions for tests of declarations: the repository contains what they render. Start with {@link BerthAssertions}.
 */
@NullMarked
package dev.berth.testing;

import org.jspecify.annotations.NullMarked;
