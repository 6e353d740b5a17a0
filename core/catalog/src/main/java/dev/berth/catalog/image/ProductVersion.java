package dev.berth.catalog.image;

/**
 * A product at a version.
 *
 * @param product the product
 * @param version the version that the tag of the image states
 */
public record ProductVersion(Product product, ImageVersion version) {

    /** The release line, such as 17 for PostgreSQL 17.5 and 10.11 for MariaDB 10.11.4. */
    public ImageVersion line() {
        return version.first(product.lineNumbers());
    }
}
