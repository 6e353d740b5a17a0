package dev.berth.lint.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.lint.rule.ClusterObjects;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetIndex;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many files of one directory share its volumes, which are not loaded again for each file. */
class SharedVolumesTest {

    private static final int FILES = 300;

    private final List<HasMetadata> objects = new ArrayList<>();
    private final AtomicInteger loads = new AtomicInteger();
    private final SetIndex index = new SetIndex(
            number -> {
                loads.incrementAndGet();
                return objects.get(number);
            },
            ClusterObjects.listed(Set.of()));

    private static HasMetadata claim(int number) {
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName("claim-" + number)
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withNewResources()
                .withRequests(Map.of("storage", new Quantity("1Gi")))
                .endResources()
                .endSpec()
                .build();
    }

    private static HasMetadata volume(int number) {
        return new PersistentVolumeBuilder()
                .withNewMetadata()
                .withName("volume-" + number)
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withCapacity(Map.of("storage", new Quantity("1Gi")))
                .endSpec()
                .build();
    }

    @Test
    void each_claim_is_bound_among_the_volumes_of_its_directory() {
        for (int file = 0; file < FILES; file++) {
            for (HasMetadata object : List.of(claim(file), volume(file))) {
                objects.add(object);
                index.add(object, file, 0);
            }
        }

        LintReport report = new LintReport();
        for (int number = 0; number < objects.size(); number++) {
            ObjectSet judged = index.judging(number, objects.subList(number, number + 1));
            new DefaultClassFilledIn().check(judged, report);
            new ClaimUnbound().check(judged, report);
        }

        assertThat(report.reported()).hasSize(FILES);
        assertThat(loads).hasValueLessThan(10 * objects.size());
    }
}
