/** The rules of quotas and limit ranges. Start with {@link ResourceQuotaRules}. */
@NullMarked
package dev.berth.rules.quota;

import org.jspecify.annotations.NullMarked;
