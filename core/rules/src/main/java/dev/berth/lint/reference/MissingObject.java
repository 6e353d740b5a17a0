package dev.berth.lint.reference;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.Report;
import dev.berth.lint.rule.SetRule;
import dev.berth.object.Reference;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Set;

/** A family of rules: a field that names an object which is neither in the set nor declared to exist. */
public final class MissingObject extends SetRule {

    private final Set<String> kinds;

    private MissingObject(Rule rule, Set<String> kinds, String consequence) {
        super(Level.ERROR, rule, consequence, "Declare it, or declare that it exists.");
        this.kinds = kinds;
    }

    /** One rule for each kind that can be named. */
    public static List<SetRule> all() {
        return List.of(
                new MissingObject(
                        new Rule("config-map-missing", "SetUpAt", "pkg/volume/configmap/configmap.go"),
                        Set.of("ConfigMap"),
                        "The pod waits for it, in ContainerCreating or CreateContainerConfigError."),
                new MissingObject(
                        new Rule("secret-missing", "SetUpAt", "pkg/volume/secret/secret.go"),
                        Set.of("Secret"),
                        "The pod waits for it, in ContainerCreating or CreateContainerConfigError."),
                new MissingObject(
                        new Rule(
                                "service-account-missing", "Admit", "plugin/pkg/admission/serviceaccount/admission.go"),
                        Set.of("ServiceAccount"),
                        "No pod can be created."),
                new MissingObject(
                        new Rule("priority-class-missing", "Admit", "plugin/pkg/admission/priority/admission.go"),
                        Set.of("PriorityClass"),
                        "No pod can be created."),
                new MissingObject(
                        new Rule("runtime-class-missing", "Admit", "plugin/pkg/admission/runtimeclass/admission.go"),
                        Set.of("RuntimeClass"),
                        "No pod can be created."),
                new MissingObject(
                        new Rule(
                                "claim-missing",
                                "PreFilter",
                                "pkg/scheduler/framework/plugins/volumebinding/volume_binding.go"),
                        Set.of("PersistentVolumeClaim"),
                        "The pod stays Pending."),
                new MissingObject(
                        new Rule(
                                "storage-class-missing",
                                "provisionClaim",
                                "pkg/controller/volume/persistentvolume/pv_controller.go"),
                        Set.of("StorageClass"),
                        "The claim stays Pending, and so does every pod that uses it."),
                new MissingObject(
                        new Rule(
                                "volume-attributes-class-missing",
                                "provisionClaim",
                                "pkg/controller/volume/persistentvolume/pv_controller.go"),
                        Set.of("VolumeAttributesClass"),
                        "The claim stays Pending, and so does every pod that uses it."),
                new MissingObject(
                        new Rule(
                                "volume-missing",
                                "syncUnboundClaim",
                                "pkg/controller/volume/persistentvolume/pv_controller.go"),
                        Set.of("PersistentVolume"),
                        "The claim waits for the volume of that name, and takes no other."),
                new MissingObject(
                        new Rule(
                                "data-source-missing",
                                "provisionClaim",
                                "pkg/controller/volume/persistentvolume/pv_controller.go"),
                        Set.of("VolumeSnapshot"),
                        "The claim stays Pending, and so does every pod that uses it."));
    }

    @Override
    public void check(ObjectSet set, Report report) {
        for (ObjectSet.Naming naming : set.namings()) {
            Reference reference = naming.reference();
            HasMetadata object = naming.object();
            if (kinds.contains(reference.kind()) && !reference.optional() && isMissing(set, reference)) {
                report.notFound(
                        this,
                        object,
                        reference.fieldPath(),
                        reference.kind() + " \"" + reference.name() + "\" is not in the set.");
            }
        }
    }

    private static boolean isMissing(ObjectSet set, Reference reference) {
        return reference.key().isEmpty()
                && !set.has(reference.kind(), reference.namespace().orElse(""), reference.name())
                && !(reference.kind().equals("StorageClass") && set.hasVolumeOfClass(reference.name()));
    }
}
