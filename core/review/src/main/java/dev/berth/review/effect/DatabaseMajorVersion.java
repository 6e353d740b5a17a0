package dev.berth.review.effect;

import dev.berth.catalog.image.DataUpgrade;
import dev.berth.catalog.image.ImageCatalog;
import dev.berth.catalog.image.ImageVersion;
import dev.berth.catalog.image.Product;
import dev.berth.catalog.image.ProductVersion;
import dev.berth.finding.Effect;
import dev.berth.finding.Finding;
import dev.berth.finding.Rule;
import dev.berth.review.data.MountedData;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A database image with another major version starts on the data of the old version. */
public final class DatabaseMajorVersion implements TemplateRule {
    private static final Rule RULE =
            new Rule("database-major-version", "checkDataVersion", "src/backend/utils/init/miscinit.c (PostgreSQL)");

    /** Returns whether a finding is about PostgreSQL, which never starts on the data of another major version. */
    public static boolean isOfPostgres(Finding finding) {
        return Optional.ofNullable(finding.requireChange().to())
                .flatMap(ImageCatalog::productVersion)
                .filter(version -> version.product() == Product.POSTGRESQL)
                .isPresent();
    }

    /** Returns whether the image of a finding of this rule changes to an older version. */
    public static boolean isDowngrade(Finding finding) {
        Optional<ImageVersion> from = line(finding.requireChange().from());
        Optional<ImageVersion> to = line(finding.requireChange().to());
        return from.isPresent() && to.isPresent() && to.get().isOlderThan(from.get());
    }

    private static Optional<ImageVersion> line(@Nullable String image) {
        return Optional.ofNullable(image).flatMap(ImageCatalog::productVersion).map(ProductVersion::line);
    }

    @Override
    public void review(Transition change, PodTemplate before, PodTemplate after, Trees trees, Outcome outcome) {
        MountedData data = MountedData.of(before, trees.before());
        for (PodTemplate.Container old : before.containers()) {
            Optional<PodTemplate.Container> now = after.counterpart(old, before);
            if (now.isEmpty() || !data.keepsData(old)) {
                continue;
            }
            Optional<ProductVersion> from =
                    ImageCatalog.productVersion(old.body().path("image").asText());
            Optional<ProductVersion> to =
                    ImageCatalog.productVersion(now.get().body().path("image").asText());
            if (from.isPresent()
                    && to.isPresent()
                    && from.get().product() == to.get().product()
                    && from.get().product().upgrade() != DataUpgrade.UNKNOWN
                    && !from.get().line().equals(to.get().line())) {
                add(old, now.get(), from.get(), to.get(), outcome);
            }
        }
    }

    private static void add(
            PodTemplate.Container old,
            PodTemplate.Container now,
            ProductVersion from,
            ProductVersion to,
            Outcome outcome) {
        FieldChange field = new FieldChange(
                old.path() + ".image", old.body().path("image"), now.body().path("image"));
        String name = from.product().label() + " ";
        if (from.product().upgrade() == DataUpgrade.REFUSED) {
            outcome.add(
                    Effect.DATA_LOSS,
                    RULE,
                    field,
                    name + to.line() + " does not start on a data directory that " + name + from.line()
                            + " wrote: the pod crashes, and the rollout stalls. The data is intact, but cannot be"
                            + " used until the old image is back.",
                    "Dump with the old version and restore into a new StatefulSet, or run pg_upgrade on the stopped"
                            + " volume.");
        } else if (to.line().isOlderThan(from.line())) {
            outcome.add(
                    Effect.DATA_LOSS,
                    RULE,
                    field,
                    name + to.line() + " does not read data that " + name + from.line()
                            + " has written: the only way to downgrade is a restore.",
                    "Restore a backup of the older version into a new StatefulSet.");
        } else {
            outcome.add(
                    Effect.DATA_LOSS,
                    RULE,
                    field,
                    name + to.line() + " rewrites the data of " + name + from.line()
                            + " when it starts: the old version cannot read it from then on, and there is no way back.",
                    "Take a backup first, and upgrade through every major version that the product requires in"
                            + " between.");
        }
    }
}
