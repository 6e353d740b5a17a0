/**
 * What storage drivers refuse or ignore: parameters of classes, access modes and sizes of claims.
 *
 * <p>Start with {@link ParameterRule}.
 */
@NullMarked
package dev.berth.lint.driver;

import org.jspecify.annotations.NullMarked;
