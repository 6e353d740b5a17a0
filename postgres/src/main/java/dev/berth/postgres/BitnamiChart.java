package dev.berth.postgres;

import dev.berth.catalog.image.ImageCatalog;
import dev.berth.catalog.image.ImageReference;
import dev.berth.catalog.image.ImageVersion;
import dev.berth.catalog.image.KnownImage;
import dev.berth.recipe.ServerImage;
import dev.berth.recipe.VolumeOwner;
import dev.berth.value.InvalidValueException;

/**
 * The Helm chart {@code bitnami/postgresql}, whose claim, Services and data a server with the official image takes over.
 *
 * <pre>{@code
 * Postgres.named("orders-postgresql")
 *         .image(PostgresImage.debian("17.6-bookworm"))
 *         .database("orders")
 *         .user(BitnamiChart.SUPERUSER)
 *         …
 *         .takingOver(BitnamiChart.withDefaults())
 * }</pre>
 *
 * <p>The name of the declaration is the name of the StatefulSet of the chart. It decides which claim is taken over.
 *
 * <p>Source: <a
 * href="https://github.com/bitnami/charts/tree/5165628ae06697f8f68a670bef7739d93c4b7f44/bitnami/postgresql">bitnami/charts,
 * version 17.1.0 of the chart</a>: {@code values.yaml} and {@code templates/primary}.
 *
 * @param user the user that owns the files, {@code primary.containerSecurityContext.runAsUser} of the chart
 * @param group the group of the files, {@code primary.podSecurityContext.fsGroup} of the chart
 */
public record BitnamiChart(long user, long group) {

    /** The superuser that every server of the chart has. The user in {@code auth.username} is not a superuser. */
    public static final String SUPERUSER = "postgres";

    /** The claim template of the chart, {@code primary.persistence.volumeName}. */
    static final String CLAIM_TEMPLATE = "data";

    /** The image of the chart, without its version. */
    private static final String IMAGE = "bitnami/postgresql:";

    /**
     * Creates a chart with other values than the default.
     *
     * @throws InvalidValueException if the user or the group is root, which the official image does not run as
     */
    public BitnamiChart {
        if (user < 1 || group < 1) {
            throw InvalidValueException.of(
                    "BitnamiChart user and group",
                    user + ":" + group,
                    "must not be root: state the owner of the data directory");
        }
    }

    /** The chart with its default values: the user and the group are 1001. */
    public static BitnamiChart withDefaults() {
        return new BitnamiChart(1001, 1001);
    }

    /**
     * The chart with other values of {@code primary.containerSecurityContext.runAsUser} and {@code
     * primary.podSecurityContext.fsGroup}.
     *
     * @throws InvalidValueException if the user or the group is root
     */
    public static BitnamiChart runAs(long user, long fsGroup) {
        return new BitnamiChart(user, fsGroup);
    }

    /** The name of the headless Service of a StatefulSet of the chart. */
    static String headlessService(String name) {
        return name + "-hl";
    }

    /**
     * The image with the data where the chart has it. The volume keeps its path, because tablespaces and settings can
     * contain it. The server runs as the owner of the files, unless an init container gives them to another user.
     */
    PostgresImage dataOf(PostgresImage image, VolumeOwner owner) {
        ServerImage server = image.server();
        ImageVersion version = ImageVersion.of(Integer.toString(server.major()));
        KnownImage bitnami = ImageReference.parse(IMAGE + version)
                .flatMap(ImageCatalog::find)
                .orElseThrow();
        boolean changesOwner = owner.image().isPresent();
        return new PostgresImage(new ServerImage(
                server.name(),
                server.product(),
                server.major(),
                changesOwner ? server.user() : user,
                changesOwner ? server.group() : group,
                bitnami.layout(version).dataDirectory(version),
                bitnami.layout(version).mountPath()));
    }
}
