/** What the API server fills in before it looks at any rule. */
@NullMarked
package dev.berth.rules.defaults;

import org.jspecify.annotations.NullMarked;
