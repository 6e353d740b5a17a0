/** The rules of ConfigMap, Secret, ServiceAccount and Namespace. */
@NullMarked
package dev.berth.rules.config;

import org.jspecify.annotations.NullMarked;
