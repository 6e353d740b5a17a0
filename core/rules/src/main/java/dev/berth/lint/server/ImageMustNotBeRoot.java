package dev.berth.lint.server;

import dev.berth.catalog.image.StartUser;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerRule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Container;

/** A container that must not run as root, without a user number, and with an image that starts as root or names its user. */
public final class ImageMustNotBeRoot extends ContainerRule {

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
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        Container container = place.container();
        if (!RunAs.mustNotBeRoot(workload, container) || RunAs.isWindows(workload)) {
            return;
        }
        RunAs.ofImage(set, workload, place)
                .filter(user -> !user.isNumber())
                .ifPresent(user -> report.invalid(
                        this,
                        workload.object(),
                        place.path() + ".securityContext.runAsNonRoot",
                        "Image " + container.getImage() + " starts as " + words(user) + ".",
                        "Set runAsUser to " + number(set, workload, place) + "."));
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
