/**
 * Container images of databases and brokers: where they keep data, which variables they read, and as whom they run. Start
 * with {@link dev.berth.catalog.image.ImageCatalog}, which finds the entry for an image. Each product has a file of rows,
 * such as {@code PostgresImages}.
 */
@NullMarked
package dev.berth.catalog.image;

import org.jspecify.annotations.NullMarked;
