package dev.berth.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.cluster.KubernetesVersion;
import dev.berth.lint.rule.ClusterObjects;
import dev.berth.lint.rule.SetIndex;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A directory does not show everything that a monitor may select, so what it lacks is certain only beside its kind. */
class MonitorsInDirectoriesTest {

    private static final String MONITOR = """
            apiVersion: monitoring.coreos.com/v1
            kind: ServiceMonitor
            metadata: {name: postgres, namespace: shop}
            spec: {selector: {matchLabels: {app: postgres}}, endpoints: [{port: metrics}]}
            """;
    private static final String SERVICE = """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {type: ExternalName, externalName: web.example.com}
            """;

    @Test
    void a_service_that_nothing_shows_is_a_note() {
        assertThat(found(MONITOR)).containsExactly("""
                note: No Service in the set and in namespace shop has these labels. Something else must create one.""");
    }

    @Test
    void beside_other_services_it_is_a_warning() {
        assertThat(found(MONITOR + SERVICE)).containsExactly("""
                warning: No Service in the set and in namespace shop has these labels. Prometheus scrapes nothing, and \
                reports no error.""");
    }

    @Test
    void an_operator_may_create_the_service() {
        assertThat(found(MONITOR + SERVICE + """
                ---
                apiVersion: postgresql.cnpg.io/v1
                kind: Cluster
                metadata: {name: postgres, namespace: shop}
                spec: {instances: 3}
                """)).containsExactly("""
                note: No Service in the set and in namespace shop has these labels; the operator of Cluster "postgres" \
                may create one.""");
    }

    @Test
    void a_monitor_that_cannot_be_read_is_not_judged() {
        assertThat(found("""
                apiVersion: monitoring.coreos.com/v1
                kind: ServiceMonitor
                metadata: {name: postgres, namespace: shop}
                spec: {selector: app=postgres, endpoints: metrics}
                ---
                apiVersion: monitoring.coreos.com/v1
                kind: PodMonitor
                metadata: {name: postgres, namespace: shop}
                spec: text
                """)).isEmpty();
    }

    private static List<String> found(String yaml) {
        List<HasMetadata> objects = Documents.read(yaml);
        SetIndex index = new SetIndex(objects::get, ClusterObjects.listed(Set.of()));
        objects.forEach(index::add);
        return LintRules.check(index.judging(0, objects), KubernetesVersion.recorded()).stream()
                .map(reported -> reported.finding())
                .filter(finding -> finding.rule().id().startsWith("monitor-"))
                .map(finding -> finding.level() + ": " + finding.message())
                .toList();
    }
}
