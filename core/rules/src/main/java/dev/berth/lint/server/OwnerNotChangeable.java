package dev.berth.lint.server;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerRule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An init container that changes the owner of a volume without being allowed to. */
public final class OwnerNotChangeable extends ContainerRule {

    public OwnerNotChangeable() {
        super(
                Level.ERROR,
                new Rule("owner-not-changeable", "chown_ok", "fs/attr.c of Linux"),
                "Changing the owner fails with \"Operation not permitted\", so the init container restarts forever, and the others do"
                        + " not start.",
                "Run the init container as user 0 with the capability CHOWN, or remove it and set fsGroup.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        if (!place.init() || !changesOwner(place.container())) {
            return;
        }
        MountedVolume.all(workload, place).stream()
                .filter(MountedVolume::isClaim)
                .findFirst()
                .ifPresent(claim -> check(workload, place, claim, report));
    }

    private void check(PodOwner workload, TemplatedPod.Place place, MountedVolume claim, LintReport report) {
        reason(workload, place.container(), claim)
                .ifPresent(why -> report.invalid(
                        this,
                        workload.object(),
                        place.path() + ".securityContext",
                        "Init container \"" + place.container().getName() + "\" changes the owner of volume \""
                                + claim.volume() + "\", but " + why + "."));
    }

    private static Optional<String> reason(PodOwner workload, Container container, MountedVolume claim) {
        if (claim.isReadOnly()) {
            return Optional.of("the volume is mounted read-only");
        }
        Optional<Long> user = RunAs.user(workload, container).filter(number -> number != 0);
        return user.isPresent()
                ? user.map(number -> "it runs as user " + number)
                : lacksCapability(container) ? Optional.of("it lacks the capability CHOWN") : Optional.empty();
    }

    private static boolean lacksCapability(Container container) {
        Capabilities capabilities = container.getSecurityContext() == null
                ? null
                : container.getSecurityContext().getCapabilities();
        return capabilities != null
                && hasAny(capabilities.getDrop(), "ALL", "CHOWN", "CAP_CHOWN")
                && !hasAny(capabilities.getAdd(), "ALL", "CHOWN", "CAP_CHOWN");
    }

    private static boolean hasAny(List<String> names, String... wanted) {
        return PodOwner.orEmpty(names).stream()
                .anyMatch(name -> name != null && List.of(wanted).stream().anyMatch(name::equalsIgnoreCase));
    }

    private static boolean changesOwner(Container container) {
        List<String> words = new ArrayList<>(PodOwner.orEmpty(container.getCommand()));
        words.addAll(PodOwner.orEmpty(container.getArgs()));
        return words.stream()
                .anyMatch(word -> word != null
                        && word.contains("chown")
                        && (word.equals("chown")
                                || word.endsWith("/chown")
                                || Script.CHANGES_OWNER.matcher(word).find()));
    }

    /** Compiled when a tree first needs it. */
    private static final class Script {
        /** The command itself, or a command in a script whose failure is not ignored. */
        static final Pattern CHANGES_OWNER = Pattern.compile("(?:^|[\\s;&|/(])chown\\s[^|;&\n]*(?!\\|\\|)(?:$|[;&\n])");
    }
}
