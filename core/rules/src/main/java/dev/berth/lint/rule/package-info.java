/**
 * What a lint rule is, what it reads, and where it reports. Start with {@link SetRule}. Most rules are about one object, so
 * they extend {@link WorkloadRule}, {@link StatefulSetRule}, {@link ContainerRule}, {@link VolumeRule} or {@link
 * ObjectRule}.
 */
@NullMarked
package dev.berth.lint.rule;

import org.jspecify.annotations.NullMarked;
