/** Rules about where pods can run. Start with {@link AffinitySelectsNothing}. */
@NullMarked
package dev.berth.lint.scheduling;

import org.jspecify.annotations.NullMarked;
