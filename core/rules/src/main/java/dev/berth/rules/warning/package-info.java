/** What the API server accepts with a warning. Start with {@link ServerWarnings}. */
@NullMarked
package dev.berth.rules.warning;

import org.jspecify.annotations.NullMarked;
