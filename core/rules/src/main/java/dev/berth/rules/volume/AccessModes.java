package dev.berth.rules.volume;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of access modes, for claims and volumes alike. */
final class AccessModes {
    private static final String ONE_POD = "ReadWriteOncePod";
    private static final List<String> KNOWN = List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", ONE_POD);

    private static final Rule MODE = Rule.core("access-mode", "ValidatePersistentVolumeClaimSpec");
    private static final Rule ONE_POD_ALONE = Rule.core("access-mode-one-pod", "ValidatePersistentVolumeClaimSpec");

    private AccessModes() {}

    static void check(@Nullable List<String> given, FieldPath path, Findings findings) {
        List<String> modes = Zero.list(given);
        modes.forEach(mode -> findings.oneOf(MODE, path, mode, KNOWN));
        boolean others = modes.stream().anyMatch(mode -> KNOWN.contains(mode) && !mode.equals(ONE_POD));
        if (modes.contains(ONE_POD) && others) {
            findings.forbidden(ONE_POD_ALONE, path, "ReadWriteOncePod cannot be combined with other access modes");
        }
    }
}
