package dev.berth.harness;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a machine cannot run pods. */
final class Obstacle {

    private Obstacle() {}

    /** The obstacle, if there is one: this user is not root, or a program is missing. */
    static Optional<String> of(String... programs) {
        List<String> missing = Stream.concat(
                        Stream.of("ip", "nsenter", "unshare", "setpriv", "chroot"), Arrays.stream(programs))
                .filter(program -> !Shell.isInstalled(program))
                .toList();
        if (!missing.isEmpty()) {
            return Optional.of("these programs are not installed: " + missing);
        }
        Output namespaces = Shell.attempt(List.of("unshare", "--mount", "--net", "--uts", "--pid", "--fork", "true"));
        return namespaces.succeeded()
                ? Optional.empty()
                : Optional.of("this user may not create namespaces: "
                        + namespaces.text().strip());
    }
}
