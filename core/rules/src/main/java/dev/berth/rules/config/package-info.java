/** The rules of ConfigMap, Secret, ServiceAccount and Namespace. Start with {@link ConfigMapRules}. */
@NullMarked
package dev.berth.rules.config;

import org.jspecify.annotations.NullMarked;
