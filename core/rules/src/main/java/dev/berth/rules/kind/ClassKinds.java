package dev.berth.rules.kind;

import static dev.berth.rules.kind.JudgedKinds.row;
import static dev.berth.rules.kind.Scope.CLUSTER;

import dev.berth.finding.Rule;
import dev.berth.rules.network.IngressClassRules;
import dev.berth.rules.pod.PriorityClassRules;
import dev.berth.rules.pod.RuntimeClassRules;
import dev.berth.rules.update.CsiDriverUpdate;
import dev.berth.rules.update.ImmutableFields;
import dev.berth.rules.update.PriorityClassUpdate;
import dev.berth.rules.volume.CsiDriverRules;
import dev.berth.rules.volume.VolumeAttributesClassRules;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.node.v1.RuntimeClass;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.kubernetes.api.model.storage.CSIDriver;
import io.fabric8.kubernetes.api.model.storage.VolumeAttributesClass;
import java.util.List;

/** The rows of classes that other objects name, except StorageClass, and of the drivers that implement them. */
final class ClassKinds {
    static final List<Kind> ROWS = List.of(
            row("networking.k8s.io/v1", "IngressClass", CLUSTER, () -> KindRow.of(IngressClass.class)
                    .defaults(IngressClassRules::fillIn)
                    .create(IngressClassRules::check)
                    .update(fixed(
                            "ingressclass-controller", "ValidateIngressClassUpdate", "networking", "spec.controller"))
                    .withoutKeyOrder(JudgedKinds.GENERAL_ORDER)
                    .withoutPods()),
            row("node.k8s.io/v1", "RuntimeClass", CLUSTER, () -> KindRow.of(RuntimeClass.class)
                    .withoutDefaults(JudgedKinds.NO_DEFAULTS)
                    .create(RuntimeClassRules::check, RuntimeClassRules::checkAgain)
                    .update(fixed("runtimeclass-handler", "ValidateRuntimeClassUpdate", "node", "handler"))
                    .withoutKeyOrder(JudgedKinds.GENERAL_ORDER)
                    .withoutPods()),
            row("scheduling.k8s.io/v1", "PriorityClass", CLUSTER, () -> KindRow.of(PriorityClass.class)
                    .defaults(PriorityClassRules::fillIn)
                    .create(PriorityClassRules::check)
                    .update(new PriorityClassUpdate())
                    .keyOrder("PriorityClass")
                    .withoutPods()),
            row("storage.k8s.io/v1", "CSIDriver", CLUSTER, () -> KindRow.of(CSIDriver.class)
                    .defaults(CsiDriverRules::fillIn)
                    .create(CsiDriverRules::check)
                    .update(new CsiDriverUpdate())
                    .withoutKeyOrder(JudgedKinds.GENERAL_ORDER)
                    .withoutPods()),
            row("storage.k8s.io/v1", "VolumeAttributesClass", CLUSTER, () -> KindRow.of(VolumeAttributesClass.class)
                    .withoutDefaults(JudgedKinds.NO_DEFAULTS)
                    .create(VolumeAttributesClassRules::check)
                    .update(ImmutableFields.forbidden(
                            new Rule(
                                    "volumeattributesclass-immutable",
                                    "ValidateVolumeAttributesClassUpdate",
                                    "pkg/apis/storage/validation/validation.go"),
                            "driverName",
                            "parameters"))
                    .withoutKeyOrder(JudgedKinds.GENERAL_ORDER)
                    .withoutPods()));

    private ClassKinds() {}

    private static ImmutableFields fixed(String rule, String function, String group, String field) {
        return ImmutableFields.of(new Rule(rule, function, "pkg/apis/" + group + "/validation/validation.go"), field);
    }
}
