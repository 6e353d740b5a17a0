package com.example.exercise;

import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.ManifestSource;
import dev.berth.manifest.Namespace;
import dev.berth.manifest.TreeFile;
import java.util.ArrayList;
import java.util.List;

/** The whole exercise: every file in {@code generated/}, except the sources of this module. */
public final class Exercise implements ManifestSource {

    static final Namespace NAMESPACE = Namespace.named("statefulset-demo").build();

    /** For the Maven plugin. */
    public Exercise() {}

    @Override
    public ManifestSet manifests() {
        List<ManifestFile> applied = applied();
        List<TreeFile> all = new ArrayList<>(applied);
        all.addAll(StorageClasses.insteadOf(applied.get(1)));
        all.addAll(new Scripts(applied).all());
        all.add(VolumeTypesPage.render());
        return ManifestSet.of(all).withServerFieldsInLists();
    }

    /** Returns the files to apply to a cluster, in this order. */
    private static List<ManifestFile> applied() {
        return List.of(
                ManifestFile.of("manifests/01-namespace.yaml", NAMESPACE),
                ManifestFile.of("manifests/02-storageclass.yaml", StorageClasses.local()),
                ManifestFile.of("manifests/03-postgresql-statefulset.yaml", Databases.postgres())
                        .in(NAMESPACE),
                ManifestFile.of("manifests/04-volume-types.yaml", VolumeTypes.manifests())
                        .in(NAMESPACE),
                ManifestFile.of("manifests/05-redis-statefulset.yaml", Databases.REDIS.manifests())
                        .in(NAMESPACE),
                ManifestFile.of("examples/statefulset-vs-deployment.yaml", Comparison.manifests())
                        .in(NAMESPACE));
    }
}
