package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Ascii;
import dev.berth.rules.format.Format;
import dev.berth.rules.format.IpAddress;
import io.fabric8.kubernetes.api.model.HostAlias;
import io.fabric8.kubernetes.api.model.PodDNSConfig;
import io.fabric8.kubernetes.api.model.PodDNSConfigOption;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of how a pod resolves names. */
final class DnsRules {
    private static final List<String> POLICIES = List.of("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None");
    private static final int MOST_NAMESERVERS = 3;
    private static final int MOST_SEARCHES = 32;
    private static final int LONGEST_SEARCH_LIST = 2048;

    private static final Rule POLICY = Rule.core("dns-policy", "validateDNSPolicy");
    private static final Rule CONFIG_NEEDED = Rule.core("dns-config-needed", "validatePodDNSConfig");
    private static final Rule NAMESERVER = Rule.core("dns-nameserver", "validatePodDNSConfig");
    private static final Rule SEARCH = Rule.core("dns-search", "validatePodDNSConfig");
    private static final Rule OPTION = Rule.core("dns-option", "validatePodDNSConfig");
    private static final Rule ALIAS = Rule.core("host-alias", "ValidateHostAliases");

    private DnsRules() {}

    static void policy(PodSpec spec, FieldPath path, Findings findings) {
        findings.oneOf(POLICY, path.child("dnsPolicy"), spec.getDnsPolicy(), POLICIES);
    }

    static void config(PodSpec spec, FieldPath path, Findings findings) {
        PodDNSConfig config = spec.getDnsConfig();
        boolean own = "None".equals(spec.getDnsPolicy());
        if (config == null) {
            if (own) {
                findings.required(CONFIG_NEEDED, path, "must be set with dnsPolicy: None");
            }
            return;
        }
        List<String> nameservers = Zero.list(config.getNameservers());
        if (own && nameservers.isEmpty()) {
            findings.required(CONFIG_NEEDED, path.child("nameservers"), "must have at least one with dnsPolicy: None");
            return;
        }
        if (nameservers.size() > MOST_NAMESERVERS) {
            findings.invalid(
                    NAMESERVER,
                    path.child("nameservers"),
                    nameservers,
                    "must have at most " + MOST_NAMESERVERS + " nameservers");
        }
        for (int i = 0; i < nameservers.size(); i++) {
            address(nameservers.get(i), NAMESERVER, path.child("nameservers").index(i), findings);
        }
        searches(Zero.list(config.getSearches()), path.child("searches"), findings);
        List<PodDNSConfigOption> options = Zero.list(config.getOptions());
        for (int i = 0; i < options.size(); i++) {
            findings.requireText(
                    OPTION, path.child("options").index(i), options.get(i).getName());
        }
    }

    private static void searches(List<String> searches, FieldPath path, Findings findings) {
        if (searches.size() > MOST_SEARCHES) {
            findings.invalid(SEARCH, path, searches, "must have at most " + MOST_SEARCHES + " search domains");
        }
        if (Ascii.bytes(String.join(" ", searches)) > LONGEST_SEARCH_LIST) {
            findings.invalid(
                    SEARCH, path, searches, "must have at most " + LONGEST_SEARCH_LIST + " characters in total");
        }
        for (int i = 0; i < searches.size(); i++) {
            String search = searches.get(i);
            if (!search.equals(".")) {
                String name = search.endsWith(".") ? search.substring(0, search.length() - 1) : search;
                Format.DNS_SUBDOMAIN_WITH_UNDERSCORE.check(findings, SEARCH, path.index(i), name);
            }
        }
    }

    private static void address(@Nullable String text, Rule rule, FieldPath path, Findings findings) {
        if (IpAddress.parse(Zero.text(text)) == null) {
            findings.invalid(rule, path, Zero.text(text), "must be an IP address, without leading zeros");
        }
    }

    static void hostAliases(@Nullable List<HostAlias> given, FieldPath path, Findings findings) {
        List<HostAlias> aliases = Zero.list(given);
        for (int i = 0; i < aliases.size(); i++) {
            address(aliases.get(i).getIp(), ALIAS, path.index(i).child("ip"), findings);
            List<String> names = Zero.list(aliases.get(i).getHostnames());
            for (int j = 0; j < names.size(); j++) {
                FieldPath at = path.index(i).child("hostnames").index(j);
                Format.DNS_SUBDOMAIN.check(findings, ALIAS, at, names.get(j));
            }
        }
    }
}
