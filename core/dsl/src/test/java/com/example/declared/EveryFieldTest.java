package com.example.declared;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static dev.berth.workload.ClaimRetention.Policy.DELETE;
import static dev.berth.workload.ClaimRetention.Policy.RETAIN;
import static dev.berth.workload.PodAmount.pods;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.network.HeadlessService;
import dev.berth.selector.LabelSelectorRequirement;
import dev.berth.workload.ClaimRetention;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.DataSource;
import dev.berth.workload.ExistingStorageClass;
import dev.berth.workload.PodManagementPolicy;
import dev.berth.workload.StatefulSet;
import dev.berth.workload.UpdateStrategy;
import dev.berth.workload.VolumeAttributesClassSource;
import dev.berth.workload.VolumeMode;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetOrdinals;
import io.fabric8.kubernetes.api.model.apps.StatefulSetPersistentVolumeClaimRetentionPolicy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A StatefulSet with every field. The test fails when the model gets a field that the DSL does not have. */
class EveryFieldTest {

    private final ClaimTemplate data = ClaimTemplate.named("data")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(1))
            .storageLimit(gibi(2))
            .storageClass(new ExistingStorageClass("fast"))
            .volumeMode(VolumeMode.FILESYSTEM)
            .putMatchLabel("disk", "local")
            .addMatchExpression(LabelSelectorRequirement.exists("rack"))
            .volumeAttributesClass(VolumeAttributesClassSource.existing("gold"))
            .dataSource(DataSource.existingSnapshot("nightly"))
            .putLabel("app", "db")
            .putAnnotation("note", "n")
            .build();
    private final ClaimTemplate populated = ClaimTemplate.named("populated")
            .accessMode(READ_WRITE_ONCE)
            .storage(gibi(1))
            .dataSource(DataSource.existing("example.com", "Backup", "monday"))
            .customize(claim -> claim.editSpec().withVolumeName("pv-1").endSpec())
            .build();
    private final StatefulSetSpec spec = ((io.fabric8.kubernetes.api.model.apps.StatefulSet) StatefulSet.named("db")
                    .service(HeadlessService.named("db-headless"))
                    .replicas(3)
                    .container(Container.named("db")
                            .image("db:1")
                            .addMounts(data.at("/data"), populated.at("/populated"))
                            .build())
                    .podManagementPolicy(PodManagementPolicy.PARALLEL)
                    .updateStrategy(UpdateStrategy.rollingUpdate().partition(1).maxUnavailable(pods(2)))
                    .claimRetention(ClaimRetention.whenDeleted(RETAIN).whenScaled(DELETE))
                    .minReady(ofSeconds(5))
                    .revisionHistoryLimit(2)
                    .ordinalsStart(1)
                    .putPodLabel("tier", "data")
                    .putPodAnnotation("note", "n")
                    .build()
                    .toModel())
            .getSpec();

    @Test
    void every_field_of_a_stateful_set_can_be_declared() throws Exception {
        assertThat(unsaid(StatefulSetSpec.class, List.of(spec))).isEmpty();
    }

    @Test
    void every_field_of_an_update_strategy_can_be_declared() throws Exception {
        StatefulSetUpdateStrategy strategy = spec.getUpdateStrategy();
        assertThat(unsaid(StatefulSetUpdateStrategy.class, List.of(strategy))).isEmpty();
        assertThat(unsaid(RollingUpdateStatefulSetStrategy.class, List.of(strategy.getRollingUpdate())))
                .isEmpty();
    }

    @Test
    void every_field_of_ordinals_and_of_the_claim_retention_can_be_declared() throws Exception {
        assertThat(unsaid(StatefulSetOrdinals.class, List.of(spec.getOrdinals())))
                .isEmpty();
        assertThat(unsaid(
                        StatefulSetPersistentVolumeClaimRetentionPolicy.class,
                        List.of(spec.getPersistentVolumeClaimRetentionPolicy())))
                .isEmpty();
    }

    @Test
    void every_field_of_a_pod_template_can_be_declared_and_all_metadata_that_a_controller_copies() throws Exception {
        assertThat(unsaid(PodTemplateSpec.class, List.of(spec.getTemplate()))).isEmpty();
        assertThat(unsaid(ObjectMeta.class, List.of(spec.getTemplate().getMetadata())))
                .as("the server fills in the rest")
                .containsExactlyInAnyOrder(
                        "creationTimestamp",
                        "deletionGracePeriodSeconds",
                        "deletionTimestamp",
                        "finalizers",
                        "generateName",
                        "generation",
                        "managedFields",
                        "name",
                        "namespace",
                        "ownerReferences",
                        "resourceVersion",
                        "selfLink",
                        "uid");
    }

    @Test
    void every_field_of_a_claim_can_be_declared_by_one_of_the_templates() throws Exception {
        List<PersistentVolumeClaimSpec> claims = spec.getVolumeClaimTemplates().stream()
                .map(PersistentVolumeClaim::getSpec)
                .toList();
        assertThat(unsaid(PersistentVolumeClaimSpec.class, claims)).isEmpty();
    }

    @Test
    void a_field_that_is_not_declared_is_found() throws Exception {
        assertThat(unsaid(StatefulSetOrdinals.class, List.of(new StatefulSetOrdinals())))
                .containsExactly("start");
    }

    /** The properties of a model class that none of these objects has. */
    private static <T> Set<String> unsaid(Class<T> type, List<T> objects) throws ReflectiveOperationException {
        List<Method> getters = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().startsWith("get") && method.getParameterCount() == 0)
                .filter(method ->
                        method.getDeclaringClass() == type && !method.getName().equals("getAdditionalProperties"))
                .toList();
        assertThat(getters).as("the getters of " + type).isNotEmpty();
        Set<String> unsaid = new TreeSet<>();
        for (Method getter : getters) {
            if (objects.stream().noneMatch(object -> isSaid(getter, object))) {
                unsaid.add(Character.toLowerCase(getter.getName().charAt(3))
                        + getter.getName().substring(4));
            }
        }
        return unsaid;
    }

    private static boolean isSaid(Method getter, Object object) {
        try {
            Object value = getter.invoke(object);
            boolean empty = (value instanceof Collection<?> collection && collection.isEmpty())
                    || (value instanceof Map<?, ?> map && map.isEmpty());
            return value != null && !empty;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError("The model changed its getters", e);
        }
    }
}
