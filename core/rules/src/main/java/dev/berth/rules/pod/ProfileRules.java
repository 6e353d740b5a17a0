package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Ascii;
import dev.berth.rules.format.Paths;
import io.fabric8.kubernetes.api.model.AppArmorProfile;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of seccomp and AppArmor profiles. */
final class ProfileRules {
    private static final List<String> TYPES = List.of("Localhost", "RuntimeDefault", "Unconfined");
    private static final int LONGEST_PROFILE = 4095;

    private static final Rule SECCOMP = Rule.core("seccomp-profile", "validateSeccompProfileField");
    private static final Rule APP_ARMOR = Rule.core("app-armor-profile", "ValidateAppArmorProfileField");

    private ProfileRules() {}

    static void seccomp(@Nullable SeccompProfile profile, FieldPath path, Findings findings) {
        if (profile == null) {
            return;
        }
        type(profile.getType(), SECCOMP, path.child("type"), findings);
        String file = profile.getLocalhostProfile();
        FieldPath at = path.child("localhostProfile");
        boolean local = "Localhost".equals(profile.getType());
        if (local && file == null) {
            findings.required(SECCOMP, at, "must be set if type is Localhost");
        } else if (local) {
            Paths.descending(file, at, findings);
        } else if (file != null) {
            findings.invalid(SECCOMP, at, file, "only allowed if type is Localhost");
        }
    }

    static void appArmor(@Nullable AppArmorProfile profile, FieldPath path, Findings findings) {
        if (profile == null) {
            return;
        }
        type(profile.getType(), APP_ARMOR, path.child("type"), findings);
        String name = profile.getLocalhostProfile();
        FieldPath at = path.child("localhostProfile");
        boolean local = "Localhost".equals(profile.getType());
        if (local && Zero.isEmpty(name)) {
            findings.required(APP_ARMOR, at, "must be set if type is Localhost");
        } else if (local) {
            if (!name.strip().equals(name)) {
                findings.invalid(APP_ARMOR, at, name, "must not have leading or trailing spaces");
            }
            if (Ascii.bytes(name) > LONGEST_PROFILE) {
                findings.tooLong(APP_ARMOR, at, LONGEST_PROFILE, "characters");
            }
        } else if (name != null && TYPES.contains(Zero.text(profile.getType()))) {
            findings.invalid(APP_ARMOR, at, name, "only allowed if type is Localhost");
        }
    }

    private static void type(@Nullable String type, Rule rule, FieldPath path, Findings findings) {
        if (findings.requireText(rule, path, type)) {
            findings.oneOf(rule, path, type, TYPES);
        }
    }
}
