/** The goals: each hands the project's class path to the library that stands on it, and reports what comes back. */
@NullMarked
package dev.berth.maven;

import org.jspecify.annotations.NullMarked;
