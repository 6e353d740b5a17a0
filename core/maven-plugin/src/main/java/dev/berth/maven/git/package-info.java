/** Trees as a git repository holds them, read without a checkout. */
@NullMarked
package dev.berth.maven.git;

import org.jspecify.annotations.NullMarked;
