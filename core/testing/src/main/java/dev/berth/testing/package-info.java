/**
 * Assertions for tests of declarations: the repository contains what they render. Start with {@link BerthAssertions}.
 */
@NullMarked
@PublicApi
package dev.berth.testing;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
