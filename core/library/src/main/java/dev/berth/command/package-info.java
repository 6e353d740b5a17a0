/** The commands: render, check, validate and review. They do not depend on a build tool. Start with {@link Command}. */
@NullMarked
package dev.berth.command;

import org.jspecify.annotations.NullMarked;
