/** Trees at a git revision, read without a checkout. Start with {@link GitRepository}. */
@NullMarked
package dev.berth.maven.git;

import org.jspecify.annotations.NullMarked;
