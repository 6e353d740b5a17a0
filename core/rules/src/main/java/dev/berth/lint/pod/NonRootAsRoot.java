package dev.berth.lint.pod;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerRule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;

/** A container that must not run as root but is set to user 0. */
public final class NonRootAsRoot extends ContainerRule {

    public NonRootAsRoot() {
        super(
                Level.ERROR,
                new Rule(
                        "non-root-runs-as-root",
                        "verifyRunAsNonRoot",
                        "pkg/kubelet/kuberuntime/security_context_others.go"),
                "The kubelet refuses to start the container.",
                "Use a different runAsUser.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        var pod = workload.pod().spec().getSecurityContext();
        var own = place.container().getSecurityContext();
        Boolean nonRoot = (own != null && own.getRunAsNonRoot() != null)
                ? own.getRunAsNonRoot()
                : pod == null ? null : pod.getRunAsNonRoot();
        Long user = (own != null && own.getRunAsUser() != null)
                ? own.getRunAsUser()
                : pod == null ? null : pod.getRunAsUser();
        if (Boolean.TRUE.equals(nonRoot) && user != null && user == 0) {
            report.invalid(
                    this,
                    workload.object(),
                    place.path() + ".securityContext.runAsNonRoot",
                    "Container \"" + place.container().getName() + "\" has runAsUser 0.");
        }
    }
}
