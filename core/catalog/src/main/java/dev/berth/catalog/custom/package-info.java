/** What controllers create for custom resources. Start with {@link CustomKinds}. */
@NullMarked
package dev.berth.catalog.custom;

import org.jspecify.annotations.NullMarked;
