package dev.berth.rules.volume;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Ascii;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of iSCSI volumes, whose names have three forms. */
final class IscsiRules {
    private static final Pattern IQN = Pattern.compile("iqn\\.\\d{4}-\\d{2}\\.[a-zA-Z0-9.-]+:[^,;*&$|\\s]+$");
    private static final Pattern EUI = Pattern.compile("^eui.[a-zA-Z0-9]{16}$");
    private static final Pattern NAA = Pattern.compile("^naa.[a-zA-Z0-9]{32}$");

    private static final Rule FIELD = Rule.core("iscsi", "validateISCSIVolumeSource");
    private static final Rule NAME = Rule.core("iscsi-name", "validateISCSIVolumeSource");
    private static final Rule LENGTH = Rule.core("iscsi-length", "validateISCSIVolumeSource");

    private final Findings findings;

    IscsiRules(Findings findings) {
        this.findings = findings;
    }

    /** The fields that a pod volume and a PersistentVolume share. */
    record Target(
            @Nullable String portal,
            @Nullable String iqn,
            int lun,
            boolean authenticated,
            @Nullable String initiator,
            boolean hasSecret) {}

    void check(Target target, FieldPath path) {
        findings.requireText(FIELD, path.child("targetPortal"), target.portal());
        if (findings.requireText(FIELD, path.child("iqn"), target.iqn())) {
            name(Zero.text(target.iqn()), path.child("iqn"));
        }
        findings.within(FIELD, path.child("lun"), target.lun(), 0, 255);
        if (target.authenticated() && !target.hasSecret()) {
            findings.required(FIELD, path.child("secretRef"), "must be set with CHAP authentication");
        }
        if (target.initiator() != null) {
            name(target.initiator(), path.child("initiatorname"));
        }
    }

    /** Limits the portal and the volume's name, which form one name, to 64 characters in total. */
    void length(Target target, @Nullable String volume, FieldPath path) {
        String together = Zero.text(volume) + ":" + Zero.text(target.portal());
        if (target.initiator() != null && Ascii.bytes(together) > 64) {
            findings.invalid(
                    LENGTH, path, volume, "must not be longer than 64 characters in total with the target portal");
        }
    }

    private void name(String name, FieldPath path) {
        boolean fits = (name.startsWith("iqn") && IQN.matcher(name).find())
                || (name.startsWith("eui") && EUI.matcher(name).find())
                || (name.startsWith("naa") && NAA.matcher(name).find());
        if (!fits) {
            findings.invalid(
                    NAME,
                    path,
                    name,
                    "must be an iSCSI name in iqn., eui. or naa. format, such as iqn.2001-04.com.example:storage");
        }
    }
}
