/** Roles, and bindings that grant them to ServiceAccounts, users and groups. Start with {@link Role}. */
@NullMarked
@PublicApi
package dev.berth.access;

import dev.berth.PublicApi;
import org.jspecify.annotations.NullMarked;
