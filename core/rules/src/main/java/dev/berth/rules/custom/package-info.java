/** Custom resources, which are judged if their definition is known. Start with {@link CustomResources}. */
@NullMarked
package dev.berth.rules.custom;

import org.jspecify.annotations.NullMarked;
