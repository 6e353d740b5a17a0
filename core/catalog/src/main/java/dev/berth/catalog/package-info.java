/**
 * Knowledge about software that Berth does not contain, with the {@link dev.berth.catalog.Source} of each entry. Storage
 * drivers are in {@code driver}, container images of databases and brokers are in {@code image}.
 */
@NullMarked
package dev.berth.catalog;

import org.jspecify.annotations.NullMarked;
