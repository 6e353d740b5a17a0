package com.example.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.rules.ClusterFacts;
import dev.berth.rules.Verdict;
import dev.berth.rules.server.ApiServerRules;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void a_text_is_judged_with_the_fields_of_the_server() {
        ApiServerRules rules = ApiServerRules.of(ClusterFacts.defaults());
        Verdict verdict = rules.verdict("""
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec:
                  ports: [{port: 70000}]
                """);
        assertThat(verdict.isRefused()).isTrue();
        assertThat(verdict.findings().get(0).text())
                .isEqualTo("spec.ports[0].port: Invalid value: 70000: must be between 1 and 65535, inclusive");
    }
}
