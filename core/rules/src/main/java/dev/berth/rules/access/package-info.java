/** The rules of roles and their bindings. Start with {@link RoleRules}. */
@NullMarked
package dev.berth.rules.access;

import org.jspecify.annotations.NullMarked;
