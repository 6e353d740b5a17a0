package com.example.volumes;

import static com.example.volumes.Yaml.rendered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.manifest.Dsl;
import dev.berth.volumes.storageclass.StorageClassFields;
import java.util.Map;
import org.immutables.value.Value;
import org.junit.jupiter.api.Test;

class OwnDriverTest {

    /** A StorageClass for a driver that Berth does not know, as a user would declare it. */
    @Value.Immutable
    @Dsl
    abstract static class Tape extends StorageClassFields {

        abstract int copies();

        @Override
        public String provisioner() {
            return "tape.example.com";
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("copies", Integer.toString(copies()));
        }

        @Value.Check
        void check() {
            checkClass();
        }
    }

    @Test
    void a_user_can_add_a_type_for_another_driver() {
        Tape tape = TapeBuildStages.start().name("tape").copies(2).build();

        assertThat(rendered(tape)).isEqualTo("""
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata:
                  name: tape
                provisioner: tape.example.com
                parameters:
                  copies: "2"
                """);
        assertThat(tape.declaration().location()).startsWith("com.example.volumes.");
    }
}
