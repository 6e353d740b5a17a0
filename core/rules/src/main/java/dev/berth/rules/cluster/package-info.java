/** The cluster that manifests are meant for. */
@NullMarked
package dev.berth.rules.target;

import org.jspecify.annotations.NullMarked;
