/**
 * The API server's verdict on one object, with findings at the server's field paths. Start with {@link Verdict}. The
 * packages below hold the rules, one package for each subject.
 */
@NullMarked
package dev.berth.rules;

import org.jspecify.annotations.NullMarked;
