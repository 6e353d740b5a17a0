/**
 * The commands: render, check, validate and review. Start with {@link dev.berth.command.Command}; none of them knows the
 * build tool that runs it.
 */
@NullMarked
package dev.berth.command;

import org.jspecify.annotations.NullMarked;
