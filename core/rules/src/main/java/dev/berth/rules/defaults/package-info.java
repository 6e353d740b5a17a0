/** The defaults that the API server sets before it checks any rule. */
@NullMarked
package dev.berth.rules.defaults;

import org.jspecify.annotations.NullMarked;
