/**
 * Assertions for tests of declarations: the golden tree in the repository equals what they render. Start with
 * {@link BerthAssertions}.
 */
@NullMarked
@PublicApi
package dev.berth.testing;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
