package com.example.environments;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.cluster.TargetCluster;
import dev.berth.config.ConfigMap;
import dev.berth.manifest.Difference;
import dev.berth.manifest.Environments;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import java.util.List;

/** The same ConfigMap in three environments. */
public final class Shop implements ManifestSource {

    enum Stage {
        DEV("dev", "debug"),
        STAGING("staging", "info"),
        PROD("prod", "info");

        private final String label;
        private final String level;

        Stage(String label, String level) {
            this.label = label;
            this.level = level;
        }
    }

    @Override
    public Environments<Stage> manifests() {
        return Environments.of(List.of(Stage.values()), stage -> stage.label, Shop::in)
                .cluster(stage -> TargetCluster.of(KubernetesVersion.V1_36))
                .mayDiffer(Difference.field("ConfigMap", "shop", "data[LOG_LEVEL]"))
                .differencesIn("differences.md");
    }

    static ManifestSet in(Stage stage) {
        var config = ConfigMap.named("shop").putData("LOG_LEVEL", stage.level).build();
        return ManifestSet.of(ManifestFile.of("shop.yaml", config));
    }
}
