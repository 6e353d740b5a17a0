package dev.berth.lint.server;

import dev.berth.catalog.image.StartUser;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.SetRule;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Container;
import java.util.Optional;

/** A container that must not run as root, without a user number, and with an image that starts as root or names its user. */
public final class ImageMustNotBeRoot extends SetRule {

    public ImageMustNotBeRoot() {
        super(
                Level.ERROR,
                new Rule(
                        "non-root-image-is-root",
                        "verifyRunAsNonRoot",
                        "pkg/kubelet/kuberuntime/security_context_others.go"),
                "The kubelet refuses to start the container: CreateContainerConfigError.",
                "Set runAsUser to the number of a user other than root.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (PodOwner workload : set.workloads()) {
            for (TemplatedPod.Place place : workload.containers()) {
                Container container = place.container();
                if (RunAs.mustNotBeRoot(workload, container) && !RunAs.isWindows(workload)) {
                    Optional<StartUser> user = RunAs.ofImage(set, workload, place);
                    user.filter(found -> !found.isNumber())
                            .ifPresent(found -> report.invalid(
                                    this,
                                    workload.object(),
                                    place.path() + ".securityContext.runAsNonRoot",
                                    "Image " + container.getImage() + " starts as " + words(found) + ".",
                                    "Set runAsUser to " + number(set, workload, place) + "."));
                }
            }
        }
    }

    private static String words(StartUser user) {
        return user.isRoot()
                ? "root"
                : "user " + user.name() + ", a name of which the kubelet cannot verify that it is not root";
    }

    private static String number(ObjectSet set, PodOwner workload, TemplatedPod.Place place) {
        return Server.of(set, workload, place)
                .flatMap(server -> server.image().user(server.tag()))
                .filter(user -> user.user() != 0)
                .map(user -> user.user() + ", the user of the server")
                .orElse("the number of a user other than root");
    }
}
