/**
 * The rules of pods and pod templates: containers, probes, resources, scheduling, security. Start with
 * {@link PodSpecRules}.
 */
@NullMarked
package dev.berth.rules.pod;

import org.jspecify.annotations.NullMarked;
