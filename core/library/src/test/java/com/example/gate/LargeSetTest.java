package com.example.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.finding.Finding;
import dev.berth.gate.SetGate;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.RawManifest;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The gate on a set of many objects. */
class LargeSetTest {

    @Test
    void a_set_of_fifty_thousand_problems_reports_all_of_them() {
        List<Manifest> pods = new ArrayList<>();
        IntStream.range(0, 50_000)
                .forEach(number -> pods.add(RawManifest.of(new PodBuilder()
                        .withNewMetadata()
                        .withName("pod-" + number)
                        .endMetadata()
                        .withNewSpec()
                        .withServiceAccountName("account-" + number)
                        .endSpec()
                        .build())));
        assertThat(SetGate.problems(
                        ManifestSet.of(ManifestFile.of("pods.yaml", pods)).models()))
                .hasSize(50_000)
                .last()
                .extracting(Finding::toString)
                .isEqualTo(
                        "Pod \"pod-49999\": spec.serviceAccountName: ServiceAccount \"account-49999\" is in no file. No"
                                + " pod can be created. Add it to a file, or say existing(\"ServiceAccount\","
                                + " \"account-49999\") on the set if it is in the cluster. (service-account-missing)");
    }
}
