package dev.berth.rules.broken;

import dev.berth.manifest.ExistingObject;
import dev.berth.rules.broken.budget.BudgetNeverAllows;
import dev.berth.rules.broken.budget.BudgetSelectsEverything;
import dev.berth.rules.broken.budget.BudgetSelectsNothing;
import dev.berth.rules.broken.budget.BudgetWithoutSelector;
import dev.berth.rules.broken.budget.BudgetsOverlap;
import dev.berth.rules.broken.budget.JobsOverlap;
import dev.berth.rules.broken.budget.PolicyDeniesAll;
import dev.berth.rules.broken.budget.PolicyStaysInNamespace;
import dev.berth.rules.broken.budget.ScheduleNeverFires;
import dev.berth.rules.broken.driver.AzureDiskRules;
import dev.berth.rules.broken.driver.AzureFileRules;
import dev.berth.rules.broken.driver.CinderRules;
import dev.berth.rules.broken.driver.ClaimAccessModeRefused;
import dev.berth.rules.broken.driver.ClaimOutsideLimitRange;
import dev.berth.rules.broken.driver.ClaimSizeRefused;
import dev.berth.rules.broken.driver.ClaimsOverQuota;
import dev.berth.rules.broken.driver.DigitalOceanRules;
import dev.berth.rules.broken.driver.EbsRules;
import dev.berth.rules.broken.driver.EfsRules;
import dev.berth.rules.broken.driver.FilestoreRules;
import dev.berth.rules.broken.driver.GcePdRules;
import dev.berth.rules.broken.driver.InTreeRules;
import dev.berth.rules.broken.driver.LocalPathRules;
import dev.berth.rules.broken.driver.ProvisionerRules;
import dev.berth.rules.broken.driver.VsphereRules;
import dev.berth.rules.broken.pod.EmptyDirMediumUnknown;
import dev.berth.rules.broken.pod.GracePeriodZero;
import dev.berth.rules.broken.pod.HostPathRelative;
import dev.berth.rules.broken.pod.NonRootAsRoot;
import dev.berth.rules.broken.pod.PodSecurityRefused;
import dev.berth.rules.broken.pod.ProbePortNameMissing;
import dev.berth.rules.broken.pod.ProbePortNotOpened;
import dev.berth.rules.broken.pod.ProbePortUnlisted;
import dev.berth.rules.broken.pod.StatefulSetNameTooLong;
import dev.berth.rules.broken.pod.SubPathNeverRefreshes;
import dev.berth.rules.broken.pod.VolumeWithoutSource;
import dev.berth.rules.broken.reference.MissingKey;
import dev.berth.rules.broken.reference.MissingObject;
import dev.berth.rules.broken.reference.MissingSubPath;
import dev.berth.rules.broken.reference.ResourceVersionWritten;
import dev.berth.rules.broken.rule.Breakage;
import dev.berth.rules.broken.rule.ObjectSet;
import dev.berth.rules.broken.rule.Report;
import dev.berth.rules.broken.rule.SetRule;
import dev.berth.rules.broken.service.GoverningServiceAbsent;
import dev.berth.rules.broken.service.GoverningServiceMissing;
import dev.berth.rules.broken.service.GoverningServiceNotHeadless;
import dev.berth.rules.broken.service.GoverningServiceSelectsOthers;
import dev.berth.rules.broken.service.HeadlessPortRemapped;
import dev.berth.rules.broken.service.PeersNotReady;
import dev.berth.rules.broken.service.ServiceSelectsNothing;
import dev.berth.rules.broken.service.ServiceWithoutSelector;
import dev.berth.rules.broken.service.TargetPortMissing;
import dev.berth.rules.broken.storage.BindingModeLeftOut;
import dev.berth.rules.broken.storage.ClaimForOnePodShared;
import dev.berth.rules.broken.storage.ClaimSharedByReplicas;
import dev.berth.rules.broken.storage.ClaimUnbound;
import dev.berth.rules.broken.storage.DataOnNode;
import dev.berth.rules.broken.storage.DataSourceDropped;
import dev.berth.rules.broken.storage.DataSourceInOtherNamespace;
import dev.berth.rules.broken.storage.DefaultClassFilledIn;
import dev.berth.rules.broken.storage.HostPathDelete;
import dev.berth.rules.broken.storage.LocalClassImmediate;
import dev.berth.rules.broken.storage.MountOptionsUnsupported;
import dev.berth.rules.broken.storage.PgdataAtMountRoot;
import dev.berth.rules.broken.storage.ProvisionerMisspelled;
import dev.berth.rules.broken.storage.ReclaimPolicyLeftOut;
import dev.berth.rules.broken.storage.RetentionDeletes;
import dev.berth.rules.broken.storage.RollingUpdateDeadlock;
import dev.berth.rules.broken.storage.SelectorNotProvisioned;
import dev.berth.rules.broken.storage.TemplateDuplicate;
import dev.berth.rules.broken.storage.TemplateLabelInvalid;
import dev.berth.rules.broken.storage.TemplateShadowsVolume;
import dev.berth.rules.broken.storage.TemplateUnmounted;
import dev.berth.rules.broken.storage.TwoDefaultClasses;
import dev.berth.rules.broken.storage.VolumeRecycled;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what the API server accepts and the cluster then cannot run, on a whole set of objects, whoever wrote them.
 *
 * <p>The rules see the objects of the set and nothing else: what the cluster holds already has to be declared.
 */
public final class BrokenRules {

    private static final List<SetRule> ALL = Stream.of(
                    List.of(
                            new GoverningServiceMissing(),
                            new GoverningServiceAbsent(),
                            new GoverningServiceNotHeadless(),
                            new GoverningServiceSelectsOthers(),
                            new ServiceSelectsNothing(),
                            new ServiceWithoutSelector(),
                            new TargetPortMissing(),
                            new HeadlessPortRemapped(),
                            new PeersNotReady()),
                    MissingObject.all(),
                    List.of(
                            new MissingKey(),
                            new MissingSubPath(),
                            new ResourceVersionWritten(),
                            new ClaimUnbound(),
                            new DefaultClassFilledIn(),
                            new SelectorNotProvisioned(),
                            new DataSourceDropped(),
                            new DataSourceInOtherNamespace(),
                            new TemplateShadowsVolume(),
                            new TemplateDuplicate(),
                            new TemplateUnmounted(),
                            new TemplateLabelInvalid(),
                            new RetentionDeletes(),
                            new ClaimSharedByReplicas(),
                            new ClaimForOnePodShared(),
                            new RollingUpdateDeadlock()),
                    DataOnNode.all(),
                    List.of(
                            new PgdataAtMountRoot(),
                            new HostPathDelete(),
                            new VolumeRecycled(),
                            new MountOptionsUnsupported(),
                            new ReclaimPolicyLeftOut(),
                            new BindingModeLeftOut(),
                            new LocalClassImmediate(),
                            new TwoDefaultClasses(),
                            new ProvisionerMisspelled(),
                            new VolumeWithoutSource(),
                            new EmptyDirMediumUnknown(),
                            new HostPathRelative(),
                            new ProbePortNameMissing(),
                            new ProbePortNotOpened(),
                            new ProbePortUnlisted(),
                            new NonRootAsRoot(),
                            new SubPathNeverRefreshes(),
                            new GracePeriodZero(),
                            new StatefulSetNameTooLong(),
                            new PodSecurityRefused(),
                            new BudgetNeverAllows(),
                            new BudgetWithoutSelector(),
                            new BudgetSelectsEverything(),
                            new BudgetSelectsNothing(),
                            new BudgetsOverlap(),
                            new PolicyDeniesAll(),
                            new PolicyStaysInNamespace(),
                            new ScheduleNeverFires(),
                            new JobsOverlap()),
                    ProvisionerRules.all(),
                    EbsRules.all(),
                    GcePdRules.all(),
                    AzureDiskRules.all(),
                    AzureFileRules.all(),
                    EfsRules.all(),
                    FilestoreRules.all(),
                    VsphereRules.all(),
                    CinderRules.all(),
                    DigitalOceanRules.all(),
                    LocalPathRules.all(),
                    InTreeRules.all(),
                    List.of(
                            new ClaimAccessModeRefused(),
                            new ClaimSizeRefused(),
                            new ClaimOutsideLimitRange(),
                            new ClaimsOverQuota()))
            .flatMap(List::stream)
            .toList();

    private BrokenRules() {}

    /** Every rule, in the order in which they report. */
    public static List<SetRule> all() {
        return ALL;
    }

    /** Whether a rule has this ID. */
    public static boolean hasRule(String id) {
        return ALL.stream().anyMatch(rule -> rule.rule().id().equals(id));
    }

    /**
     * Finds what is broken in a set.
     *
     * @param objects the objects that are applied together
     * @param existing what they name and the cluster holds already; an existing ConfigMap or Secret has every key
     * @param acknowledged what is known and meant, and so is left out
     */
    public static List<Breakage> check(
            Collection<? extends HasMetadata> objects,
            Set<ExistingObject> existing,
            List<Acknowledgement> acknowledged) {
        ObjectSet set = ObjectSet.of(objects, existing);
        // The rules only read the set, so each may run beside the others; what they find stands in their order all the
        // same.
        return ALL.parallelStream()
                .flatMap(rule -> found(rule, set))
                .filter(breakage ->
                        acknowledged.stream().noneMatch(acknowledgement -> covers(acknowledgement, breakage)))
                .toList();
    }

    /** What is broken in the objects of a set that are judged, where nothing is acknowledged. */
    public static List<Breakage> check(ObjectSet set) {
        return ALL.stream().flatMap(rule -> found(rule, set)).toList();
    }

    private static Stream<Breakage> found(SetRule rule, ObjectSet set) {
        Report report = new Report();
        rule.check(set, report);
        return report.list().stream();
    }

    /** The acknowledgements of a set that nothing answers to any more, and that can be removed. */
    public static List<Acknowledgement> unused(
            Collection<? extends HasMetadata> objects,
            Set<ExistingObject> existing,
            List<Acknowledgement> acknowledged) {
        List<Breakage> all = check(objects, existing, List.of());
        return acknowledged.stream()
                .filter(acknowledgement -> all.stream().noneMatch(breakage -> covers(acknowledgement, breakage)))
                .toList();
    }

    private static boolean covers(Acknowledgement acknowledgement, Breakage breakage) {
        return acknowledgement.rule().equals(breakage.finding().rule())
                && acknowledgement.object().equals(breakage.object());
    }
}
