package dev.berth.lint;

import dev.berth.lint.budget.BudgetLintRules;
import dev.berth.lint.driver.DriverLintRules;
import dev.berth.lint.monitor.MonitorLintRules;
import dev.berth.lint.pod.EmptyDirMediumUnknown;
import dev.berth.lint.pod.GracePeriodZero;
import dev.berth.lint.pod.HostPathRelative;
import dev.berth.lint.pod.MountPathDuplicate;
import dev.berth.lint.pod.NonRootAsRoot;
import dev.berth.lint.pod.PodLintRules;
import dev.berth.lint.pod.PodSecurityRefused;
import dev.berth.lint.pod.PodSecurityWarned;
import dev.berth.lint.pod.ProbePortNameMissing;
import dev.berth.lint.pod.ProbePortNotOpened;
import dev.berth.lint.pod.StatefulSetNameTooLong;
import dev.berth.lint.pod.SubPathNeverRefreshes;
import dev.berth.lint.pod.VolumeWithoutSource;
import dev.berth.lint.reference.MissingKey;
import dev.berth.lint.reference.MissingObject;
import dev.berth.lint.reference.MissingSubPath;
import dev.berth.lint.reference.NamespaceLeftOut;
import dev.berth.lint.reference.NamespaceMissing;
import dev.berth.lint.reference.ResourceVersionWritten;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import dev.berth.lint.scheduling.SchedulingLintRules;
import dev.berth.lint.server.DataAtMountRoot;
import dev.berth.lint.server.DataOutsideClaim;
import dev.berth.lint.server.FsGroupOpensFile;
import dev.berth.lint.server.FsGroupSlow;
import dev.berth.lint.server.GracePeriodTooShort;
import dev.berth.lint.server.ImageMustNotBeRoot;
import dev.berth.lint.server.LivenessDuringRecovery;
import dev.berth.lint.server.OwnerNotChangeable;
import dev.berth.lint.server.PgdataAtMountRoot;
import dev.berth.lint.server.ReadOnlyRoot;
import dev.berth.lint.server.RewrittenFileReadOnly;
import dev.berth.lint.server.ServersNotReplicated;
import dev.berth.lint.server.ServiceVariableClash;
import dev.berth.lint.server.SharedMemoryTooSmall;
import dev.berth.lint.server.VolumeNotWritable;
import dev.berth.lint.service.ServiceLintRules;
import dev.berth.lint.storage.BindingModeLeftOut;
import dev.berth.lint.storage.ClaimForOnePodShared;
import dev.berth.lint.storage.ClaimHeldByPod;
import dev.berth.lint.storage.ClaimSharedByReplicas;
import dev.berth.lint.storage.ClaimUnbound;
import dev.berth.lint.storage.DataOnNode;
import dev.berth.lint.storage.DataSourceDropped;
import dev.berth.lint.storage.DataSourceInOtherNamespace;
import dev.berth.lint.storage.DefaultClassFilledIn;
import dev.berth.lint.storage.HostPathDelete;
import dev.berth.lint.storage.LocalClassImmediate;
import dev.berth.lint.storage.MountOptionsUnsupported;
import dev.berth.lint.storage.ProvisionerMisspelled;
import dev.berth.lint.storage.ReclaimPolicyLeftOut;
import dev.berth.lint.storage.RetentionDeletes;
import dev.berth.lint.storage.RollingUpdateDeadlock;
import dev.berth.lint.storage.SeLinuxLabelsDiffer;
import dev.berth.lint.storage.SelectorNotProvisioned;
import dev.berth.lint.storage.TemplateDuplicate;
import dev.berth.lint.storage.TemplateLabelChanges;
import dev.berth.lint.storage.TemplateLabelInvalid;
import dev.berth.lint.storage.TemplateMetadataInvalid;
import dev.berth.lint.storage.TemplateShadowsVolume;
import dev.berth.lint.storage.TemplateUnmounted;
import dev.berth.lint.storage.TwoDefaultClasses;
import dev.berth.lint.storage.VolumeModeMismatch;
import dev.berth.lint.storage.VolumeRecycled;
import dev.berth.lint.value.ValueLintRules;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.stream.Stream;

/** The lint rules, in the order in which they report. */
final class RulesInOrder {

    /** The rules on names: what leads nowhere, and what clashes. */
    static final List<SetRule> NAMES = Stream.concat(
                    MissingObject.all().stream(),
                    Stream.of(
                            new MissingKey(),
                            new TemplateShadowsVolume(),
                            new TemplateDuplicate(),
                            new MountPathDuplicate()))
            .toList();

    private static final List<SetRule> FIRST = Stream.of(
                    ServiceLintRules.all(),
                    NAMES,
                    List.of(
                            new NamespaceMissing(),
                            new NamespaceLeftOut(),
                            new MissingSubPath(),
                            new ResourceVersionWritten(),
                            new ClaimUnbound(),
                            new DefaultClassFilledIn(),
                            new SelectorNotProvisioned(),
                            new DataSourceDropped(),
                            new DataSourceInOtherNamespace(),
                            new TemplateUnmounted(),
                            new TemplateLabelInvalid(),
                            new TemplateMetadataInvalid(),
                            new TemplateLabelChanges(),
                            new RetentionDeletes(),
                            new ClaimSharedByReplicas(),
                            new ClaimForOnePodShared(),
                            new ClaimHeldByPod(),
                            new SeLinuxLabelsDiffer(),
                            new RollingUpdateDeadlock()),
                    DataOnNode.all(),
                    DataOutsideClaim.all(),
                    List.of(
                            new PgdataAtMountRoot(),
                            new DataAtMountRoot(),
                            new HostPathDelete(),
                            new VolumeRecycled(),
                            new MountOptionsUnsupported(),
                            new ReclaimPolicyLeftOut(),
                            new BindingModeLeftOut(),
                            new LocalClassImmediate(),
                            new TwoDefaultClasses(),
                            new VolumeModeMismatch(),
                            new ProvisionerMisspelled(),
                            new VolumeWithoutSource(),
                            new EmptyDirMediumUnknown(),
                            new HostPathRelative(),
                            new ProbePortNameMissing(),
                            new ProbePortNotOpened(),
                            new NonRootAsRoot(),
                            new ImageMustNotBeRoot(),
                            new VolumeNotWritable(),
                            new OwnerNotChangeable(),
                            new FsGroupSlow(),
                            new FsGroupOpensFile(),
                            new ReadOnlyRoot(),
                            new RewrittenFileReadOnly(),
                            new SubPathNeverRefreshes(),
                            new GracePeriodZero(),
                            new GracePeriodTooShort(),
                            new LivenessDuringRecovery(),
                            new ServersNotReplicated(),
                            new ServiceVariableClash(),
                            new SharedMemoryTooSmall(),
                            new StatefulSetNameTooLong(),
                            new PodSecurityRefused(),
                            new PodSecurityWarned()),
                    PodLintRules.all(),
                    BudgetLintRules.all(),
                    MonitorLintRules.all(),
                    ValueLintRules.all(),
                    SchedulingLintRules.all())
            .flatMap(List::stream)
            .toList();

    private static final List<SetRule> LAST = DriverLintRules.ofClaims();

    /** The rules that can report an object of a set without a StorageClass. */
    private static final List<SetRule> WITHOUT_CLASSES = inOrder(List.of());

    /** Loaded with the first StorageClass: the rules for classes also load the catalog of drivers. */
    private static final class WithClasses {
        static final List<SetRule> RULES = inOrder(DriverLintRules.ofClasses());
    }

    private RulesInOrder() {}

    /** Returns all rules. */
    static List<SetRule> all() {
        return WithClasses.RULES;
    }

    /** Returns the rules that can report an object of a set. */
    static List<SetRule> of(ObjectSet set) {
        return set.all(StorageClass.class).isEmpty() ? WITHOUT_CLASSES : WithClasses.RULES;
    }

    private static List<SetRule> inOrder(List<SetRule> ofClasses) {
        return Stream.of(FIRST, ofClasses, LAST).flatMap(List::stream).toList();
    }
}
