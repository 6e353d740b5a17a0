/** What differs between the environments of one declaration. Start with {@link EnvironmentDifferences}. */
@NullMarked
package dev.berth.environment;

import org.jspecify.annotations.NullMarked;
