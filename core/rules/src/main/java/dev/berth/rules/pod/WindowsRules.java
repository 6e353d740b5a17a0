package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Ascii;
import dev.berth.rules.format.Format;
import io.fabric8.kubernetes.api.model.WindowsSecurityContextOptions;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of Windows security options: {@code validateWindowsSecurityContextOptions}. */
final class WindowsRules {
    private static final int LARGEST_SPEC = 64 * 1024;
    private static final int LONGEST_DOMAIN = 255;
    private static final int LONGEST_USER = 104;
    private static final Pattern NET_BIOS = Pattern.compile("[^\\\\/:*?\"<>|.][^\\\\/:*?\"<>|]{0,14}");
    private static final Pattern DNS_LABEL = Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");
    private static final Pattern BAD_IN_USER = Pattern.compile("[\"/\\\\:;|=,+*?<>@\\[\\]]");
    private static final Pattern DOTS_AND_SPACES = Pattern.compile("[. ]+");

    private static final Rule SPEC_NAME = Rule.core("windows-gmsa-name", "validateWindowsSecurityContextOptions");
    private static final Rule SPEC = Rule.core("windows-gmsa", "validateWindowsSecurityContextOptions");
    private static final Rule USER = Rule.core("windows-user", "validateWindowsSecurityContextOptions");

    private WindowsRules() {}

    static void options(@Nullable WindowsSecurityContextOptions options, FieldPath path, Findings findings) {
        if (options == null) {
            return;
        }
        if (options.getGmsaCredentialSpecName() != null) {
            FieldPath at = path.child("gmsaCredentialSpecName");
            Format.DNS_SUBDOMAIN.check(findings, SPEC_NAME, at, options.getGmsaCredentialSpecName());
        }
        String spec = options.getGmsaCredentialSpec();
        if (spec != null && (spec.isEmpty() || Ascii.bytes(spec) > LARGEST_SPEC)) {
            findings.invalid(SPEC, path.child("gmsaCredentialSpec"), "<not shown>", "must have 1 to 65536 bytes");
        }
        String user = options.getRunAsUserName();
        String problem = user == null ? null : problemOf(user);
        if (problem != null) {
            findings.invalid(USER, path.child("runAsUserName"), user, problem);
        }
    }

    private static @Nullable String problemOf(String name) {
        if (name.isEmpty()) {
            return "must not be empty";
        }
        if (name.chars().anyMatch(c -> c < ' ' || c == 127)) {
            return "must not contain control characters";
        }
        int backslash = name.indexOf('\\');
        if (backslash != name.lastIndexOf('\\')) {
            return "must have at most one backslash";
        }
        String user = name.substring(backslash + 1);
        if (backslash >= 0 && !isDomain(name.substring(0, backslash))) {
            return "its domain must be a NetBIOS or DNS name";
        }
        if (user.isEmpty() || Ascii.bytes(user) > LONGEST_USER) {
            return "its user must have 1 to 104 characters";
        }
        boolean bad = DOTS_AND_SPACES.matcher(user).matches()
                || BAD_IN_USER.matcher(user).find();
        return bad ? "its user must not contain characters that Windows does not accept" : null;
    }

    private static boolean isDomain(String domain) {
        if (Ascii.bytes(domain) > LONGEST_DOMAIN) {
            return false;
        }
        if (NET_BIOS.matcher(domain).matches()) {
            return true;
        }
        for (String label : domain.split("\\.", -1)) {
            if (!DNS_LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return !Zero.isEmpty(domain);
    }
}
