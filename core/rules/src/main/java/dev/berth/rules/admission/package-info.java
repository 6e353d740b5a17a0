/**
 * The admission plugins that run by default, as far as an object and the facts of a cluster decide them. Start with
 * {@link Admission}.
 */
@NullMarked
package dev.berth.rules.admission;

import org.jspecify.annotations.NullMarked;
