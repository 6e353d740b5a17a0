/**
 * Knowledge about software that is not part of Berth, with the source of each entry. Start with {@link Source}.
 * Storage drivers are in {@code driver}; container images of databases and brokers are in {@code image}.
 */
@NullMarked
package dev.berth.catalog;

import org.jspecify.annotations.NullMarked;
