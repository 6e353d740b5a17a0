/**
 * Container images of databases and brokers: where they keep data, which variables they read, and which user they run
 * as. Start with {@link ImageCatalog}. Each product has its own file, such as {@code PostgresImages}.
 */
@NullMarked
package dev.berth.catalog.image;

import org.jspecify.annotations.NullMarked;
