package dev.berth.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.object.ExistingObject;
import org.junit.jupiter.api.Test;

class TargetClusterTest {

    @Test
    void a_cluster_is_of_the_recorded_version_and_has_the_usual_flags_of_its_api_server() {
        TargetCluster cluster = TargetCluster.defaults();

        assertThat(cluster.version()).isEqualTo(KubernetesVersion.recorded());
        assertThat(cluster.privilegedAllowed()).isTrue();
        assertThat(cluster.nodePorts()).hasToString("30000-32767");
        assertThat(cluster.ipFamilies()).containsExactly(IpFamily.IPV4);
        assertThat(cluster.existing()).isEmpty();
        assertThat(cluster).hasToString("Kubernetes 1.36");
    }

    @Test
    void each_fact_is_stated_without_losing_the_others() {
        TargetCluster cluster = TargetCluster.of(KubernetesVersion.of("1.35.2"))
                .allowPrivileged(false)
                .nodePorts(NodePortRange.of("20000-22767"))
                .ipFamilies(IpFamily.IPV6, IpFamily.IPV4)
                .existing("Secret", "registry")
                .existing("ServiceAccount", "robot");

        assertThat(cluster.version()).isEqualTo(KubernetesVersion.of("1.35.2"));
        assertThat(cluster.privilegedAllowed()).isFalse();
        assertThat(cluster.nodePorts()).isEqualTo(new NodePortRange(20000, 22767));
        assertThat(cluster.ipFamilies()).containsExactly(IpFamily.IPV4, IpFamily.IPV6);
        assertThat(cluster.existing())
                .containsExactly(
                        new ExistingObject("Secret", "registry"), new ExistingObject("ServiceAccount", "robot"));
    }

    @Test
    void two_clusters_with_the_same_facts_are_equal() {
        assertThat(TargetCluster.of(KubernetesVersion.V1_30).existing("Secret", "registry"))
                .isEqualTo(
                        TargetCluster.defaults().existing("Secret", "registry").version(KubernetesVersion.V1_30))
                .isNotEqualTo(TargetCluster.of(KubernetesVersion.V1_30));
    }
}
