/**
 * Rules about the servers of known images: where they keep their data, what they may write, and how they are operated.
 * Start with {@link dev.berth.lint.server.Server}.
 */
@NullMarked
package dev.berth.lint.server;

import org.jspecify.annotations.NullMarked;
