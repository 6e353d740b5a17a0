package dev.berth.review.effect;

import dev.berth.catalog.image.DataUpgrade;
import dev.berth.catalog.image.ImageCatalog;
import dev.berth.catalog.image.ProductVersion;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import java.util.Optional;

/** A database image of another major version is started on the data that the old one wrote. */
final class DatabaseMajorVersion implements TemplateRule {
    private static final Rule RULE =
            new Rule("database-major-version", "checkDataVersion", "src/backend/utils/init/miscinit.c (PostgreSQL)");

    @Override
    public void review(Transition change, PodTemplate before, PodTemplate after, Outcome outcome) {
        for (PodTemplate.Container old : before.containers()) {
            Optional<PodTemplate.Container> now = after.container(old.path());
            if (now.isEmpty() || !before.keepsData(old)) {
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
                            + " wrote: the pod crashes, and with it the rollout stands still. The data is intact but out"
                            + " of reach until the old image is back.",
                    "Dump with the old version and restore into a new StatefulSet, or run pg_upgrade on the stopped"
                            + " volume.");
        } else if (to.line().isOlderThan(from.line())) {
            outcome.add(
                    Effect.DATA_LOSS,
                    RULE,
                    field,
                    name + to.line() + " does not read data that " + name + from.line()
                            + " has written: there is no way down but a restore.",
                    "Restore a backup of the older version into a new StatefulSet.");
        } else {
            outcome.add(
                    Effect.DATA_LOSS,
                    RULE,
                    field,
                    name + to.line() + " rewrites the data of " + name + from.line()
                            + " when it starts: from then on the old version can't read it, and there is no way back.",
                    "Take a backup first, and go through every major version in between that the product asks for.");
        }
    }
}
