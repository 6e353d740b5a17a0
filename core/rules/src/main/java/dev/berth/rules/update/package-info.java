/**
 * What the API server refuses in an update. Start with {@link UpdateRule}. Each kind with such refusals has its own
 * class, such as {@code StatefulSetUpdate}.
 */
@NullMarked
package dev.berth.rules.update;

import org.jspecify.annotations.NullMarked;
