/** The commands. Start with {@link dev.berth.command.ReviewCommand}. */
@NullMarked
package dev.berth.command;

import org.jspecify.annotations.NullMarked;
