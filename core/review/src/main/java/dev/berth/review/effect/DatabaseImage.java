package dev.berth.review.effect;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The database of an image and its version, where both can be told from the reference.
 *
 * @param product the database
 * @param major its major version, which says what data it can read
 */
record DatabaseImage(Product product, String major) {
    /** Databases, by how they treat the data of another major version. */
    enum Product {
        POSTGRESQL("PostgreSQL", 1),
        MYSQL("MySQL", 2),
        MARIADB("MariaDB", 2),
        MONGODB("MongoDB", 1),
        ELASTICSEARCH("Elasticsearch", 1),
        REDIS("Redis", 1),
        VALKEY("Valkey", 1);

        private final String label;
        private final int parts;

        Product(String label, int parts) {
            this.label = label;
            this.parts = parts;
        }

        String label() {
            return label;
        }
    }

    private static final Map<String, Product> REPOSITORIES = Map.ofEntries(
            Map.entry("postgres", Product.POSTGRESQL),
            Map.entry("postgresql", Product.POSTGRESQL),
            Map.entry("postgis", Product.POSTGRESQL),
            Map.entry("pgvector", Product.POSTGRESQL),
            Map.entry("mysql", Product.MYSQL),
            Map.entry("mysql-server", Product.MYSQL),
            Map.entry("mariadb", Product.MARIADB),
            Map.entry("mongo", Product.MONGODB),
            Map.entry("mongodb", Product.MONGODB),
            Map.entry("elasticsearch", Product.ELASTICSEARCH),
            Map.entry("redis", Product.REDIS),
            Map.entry("valkey", Product.VALKEY));
    private static final Pattern VERSION = Pattern.compile("[a-z]*([0-9]+(?:\\.[0-9]+)*).*");

    /** The database of this image; empty where the repository is no known one or the tag says no version. */
    static Optional<DatabaseImage> of(String image) {
        String reference = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
        int slash = reference.lastIndexOf('/');
        int colon = reference.lastIndexOf(':');
        if (colon <= slash) {
            return Optional.empty();
        }
        Product product = REPOSITORIES.get(reference.substring(slash + 1, colon));
        Matcher version = VERSION.matcher(reference.substring(colon + 1));
        if (product == null || !version.matches()) {
            return Optional.empty();
        }
        return Optional.of(new DatabaseImage(product, major(version.group(1), product.parts)));
    }

    private static String major(String version, int parts) {
        String[] numbers = version.split("\\.", -1);
        // MySQL 5.7 and 8.0 are two lines, 8 alone is one.
        return parts == 1 || numbers.length == 1 ? numbers[0] : numbers[0] + "." + numbers[1];
    }

    /** Whether this is an older line than the other. */
    boolean isOlderThan(DatabaseImage other) {
        return Double.parseDouble(major) < Double.parseDouble(other.major);
    }
}
