package dev.berth.review.effect;

import dev.berth.catalog.image.ImageCatalog;
import dev.berth.finding.Effect;
import dev.berth.finding.Rule;
import dev.berth.review.data.MountedData;
import dev.berth.review.model.ConfigReader;
import dev.berth.review.model.FieldChange;
import dev.berth.review.model.Outcome;
import dev.berth.review.model.PodTemplate;
import dev.berth.review.model.Transition;
import dev.berth.review.model.Trees;

/** A password or name changes that a database only reads when it initializes its data directory. */
final class PasswordNotApplied implements EffectRule {
    private static final Rule RULE =
            new Rule("database-init-variable", "docker_init_database_dir", "docker-entrypoint.sh");

    @Override
    public void review(Transition change, Trees trees, Outcome outcome) {
        String kind = change.kind();
        if (!change.isUpdate() || !(kind.equals("ConfigMap") || kind.equals("Secret"))) {
            return;
        }
        for (PodTemplate pods : trees.podsAfter()
                .reading(kind, change.id().namespace(), change.id().name())) {
            for (ConfigReader reader : ConfigReader.of(pods)) {
                boolean mine = reader.kind().equals(kind)
                        && reader.name().equals(change.id().name())
                        && reader.way() == ConfigReader.Way.ENVIRONMENT;
                if (mine) {
                    change.within("data").forEach(field -> field(reader, pods, field, trees, outcome));
                }
            }
        }
    }

    private static void field(ConfigReader reader, PodTemplate pods, FieldChange field, Trees trees, Outcome outcome) {
        int open = field.path().indexOf('[');
        String key =
                open < 0 ? "" : field.path().substring(open + 1, field.path().length() - 1);
        String variable = reader.variable().isEmpty() ? key : reader.variable();
        if (!key.isEmpty()
                && reader.reads(key)
                && ImageCatalog.firstStartVariables().contains(variable)
                && MountedData.of(pods, trees.after()).keepsData(reader.container())) {
            outcome.add(
                    Effect.IN_PLACE,
                    RULE,
                    field,
                    "The database in " + pods.owner().id() + " reads " + variable
                            + " only when it initializes an empty data directory. With existing data it has no"
                            + " effect, so clients that use the new value cannot log in.",
                    "Change it in the running database as well, before clients get the new value.");
        }
    }
}
