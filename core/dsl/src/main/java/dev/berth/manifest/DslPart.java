package dev.berth.manifest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type whose attributes several declarations have in common. For {@code Workload}, the interface {@code
 * ExtensibleWorkload<W>} has the attributes and the methods that return an extended copy, so that one method can extend
 * every workload:
 *
 * <pre>{@code
 * static <W extends ExtensibleWorkload<W>> W withDefaults(W workload) {
 *     return workload.plusPodLabel("example.com/team", "storage");
 * }
 * }</pre>
 *
 * @see Dsl the style of a declaration
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface DslPart {}
