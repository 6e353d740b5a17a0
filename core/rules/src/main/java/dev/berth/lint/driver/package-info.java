/**
 * What storage drivers refuse or ignore: parameters of StorageClasses, access modes and sizes of claims. Start with
 * {@link ParameterRule}.
 */
@NullMarked
package dev.berth.lint.driver;

import org.jspecify.annotations.NullMarked;
