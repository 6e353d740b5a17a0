package dev.berth.schema.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.finding.FieldPath;
import dev.berth.rules.Findings;
import dev.berth.rules.format.Format;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How objects are converted between versions. */
final class ConversionRules {
    private static final Pattern URL =
            Pattern.compile("(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(?://([^/?#]*))?[^?#]*(\\?[^#]*)?(#.*)?");

    private final Findings findings;

    ConversionRules(Findings findings) {
        this.findings = findings;
    }

    void check(JsonNode spec, FieldPath path) {
        JsonNode conversion = spec.path("conversion");
        if (!conversion.isObject()) {
            return;
        }
        String strategy = SchemaTree.text(conversion, "strategy");
        JsonNode webhook = conversion.path("webhook");
        if (strategy.isEmpty()) {
            findings.required(CrdRules.CONVERSION, path.child("strategy"), "None or Webhook");
        } else {
            findings.oneOf(CrdRules.CONVERSION, path.child("strategy"), strategy, List.of("None", "Webhook"));
        }
        if (!strategy.equals("None") && SchemaTree.flag(spec, "preserveUnknownFields")) {
            findings.invalid(
                    CrdRules.CONVERSION, path.child("strategy"), strategy, "must be None if unknown fields are kept");
        }
        if (strategy.equals("Webhook")) {
            client(webhook.path("clientConfig"), path.child("webhookClientConfig"));
            versions(webhook.path("conversionReviewVersions"), path.child("conversionReviewVersions"));
        } else {
            onlyForWebhooks(webhook.has("clientConfig"), path.child("webhookClientConfig"));
            onlyForWebhooks(
                    !webhook.path("conversionReviewVersions").isEmpty(), path.child("conversionReviewVersions"));
        }
    }

    private void onlyForWebhooks(boolean set, FieldPath path) {
        if (set) {
            findings.forbidden(CrdRules.CONVERSION, path, "must only be set for the strategy Webhook");
        }
    }

    private void client(JsonNode client, FieldPath path) {
        if (client.isMissingNode()) {
            findings.required(CrdRules.CONVERSION, path, "the strategy Webhook needs it");
        } else if (client.has("url") == client.has("service")) {
            findings.required(CrdRules.CONVERSION, path, "exactly one of url and service");
        } else if (client.has("url")) {
            url(SchemaTree.text(client, "url"), path.child("url"));
        } else {
            service(client.path("service"), path.child("service"));
        }
    }

    private void url(String url, FieldPath path) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            findings.required(CrdRules.CONVERSION, path, "must be a URL such as https://host/path");
            return;
        }
        String authority = parts.group(2) == null ? "" : parts.group(2);
        check("https".equals(parts.group(1)), url, "must start with https://", path);
        check(!authority.substring(authority.lastIndexOf('@') + 1).isEmpty(), url, "must have a host", path);
        check(authority.indexOf('@') < 0, url, "must not have a user", path);
        check(parts.group(4) == null || parts.group(4).length() == 1, url, "must not have a fragment", path);
        check(parts.group(3) == null || parts.group(3).length() == 1, url, "must not have a query", path);
    }

    private void check(boolean holds, Object value, String should, FieldPath path) {
        if (!holds) {
            findings.invalid(CrdRules.CONVERSION, path, value, should);
        }
    }

    /** The server reports a name that is missing as the namespace, and the other way round. */
    private void service(JsonNode service, FieldPath path) {
        if (SchemaTree.text(service, "name").isEmpty()) {
            findings.required(CrdRules.CONVERSION, path.child("namespace"), "the service needs a name");
        }
        if (SchemaTree.text(service, "namespace").isEmpty()) {
            findings.required(CrdRules.CONVERSION, path.child("name"), "the service needs a namespace");
        }
        long port = service.path("port").asLong(443);
        check(port >= 1 && port <= 65535, port, "must be between 1 and 65535, inclusive", path.child("port"));
        String url = SchemaTree.text(service, "path");
        if (url.isEmpty() || url.equals("/")) {
            return;
        }
        check(url.startsWith("/"), url, "must start with '/'", path.child("path"));
        String steps = url.substring(1).replaceFirst("/$", "");
        for (String step : steps.split("/", -1)) {
            String should = "must be DNS subdomains with '/' between them";
            check(Format.DNS_SUBDOMAIN.fits(step), url, should, path.child("path"));
        }
    }

    private void versions(JsonNode versions, FieldPath path) {
        if (versions.isEmpty()) {
            findings.required(CrdRules.CONVERSION, path, "the versions of ConversionReview that the webhook reads");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < versions.size(); i++) {
            String version = versions.get(i).asText();
            if (!seen.add(version)) {
                findings.invalid(CrdRules.CONVERSION, path.index(i), version, "must be unique");
            } else {
                Format.DNS_LABEL_WITH_LETTER_FIRST.check(findings, CrdRules.CONVERSION, path.index(i), version);
            }
        }
        check(seen.contains("v1") || seen.contains("v1beta1"), versions, "must include v1 or v1beta1", path);
    }
}
