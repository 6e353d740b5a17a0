package dev.berth.rules.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;

/** {@code ValidateSecret}; no message contains a value. */
public final class SecretRules {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String ACCOUNT = "kubernetes.io/service-account.name";

    private static final Rule KEY = Rule.core("secret-key", "ValidateSecret");
    private static final Rule SIZE = Rule.core("secret-size", "ValidateSecret");
    private static final Rule TYPE_KEYS = Rule.core("secret-type-keys", "ValidateSecret");
    private static final Rule DOCKER_JSON = Rule.core("secret-docker-json", "ValidateSecret");
    private static final Rule TOKEN_ACCOUNT = Rule.core("secret-token-account", "ValidateSecret");

    private SecretRules() {}

    /** Checks a Secret whose {@code stringData} is merged into its data. */
    public static void check(Secret secret, Findings findings) {
        MetadataRules.namespaced(secret.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        Map<String, String> data = Zero.map(secret.getData());
        FieldPath path = FieldPath.of("data");
        long bytes = 0;
        for (Map.Entry<String, String> entry : data.entrySet()) {
            Format.CONFIG_KEY.check(findings, KEY, path.key(entry.getKey()), entry.getKey());
            bytes += ConfigMapRules.decodedBytes(entry.getValue());
        }
        if (bytes > ConfigMapRules.MOST_BYTES) {
            findings.tooLong(SIZE, path, ConfigMapRules.MOST_BYTES, "bytes in all values together");
        }
        switch (Zero.text(secret.getType())) {
            case "kubernetes.io/service-account-token" -> token(secret, findings);
            case "kubernetes.io/dockercfg" -> dockerJson(data, ".dockercfg", findings);
            case "kubernetes.io/dockerconfigjson" -> dockerJson(data, ".dockerconfigjson", findings);
            case "kubernetes.io/basic-auth" -> {
                if (!data.containsKey("username") && !data.containsKey("password")) {
                    requireKey(data, "username", findings);
                    requireKey(data, "password", findings);
                }
            }
            case "kubernetes.io/ssh-auth" -> requireFilled(data, "ssh-privatekey", findings);
            case "kubernetes.io/tls" -> {
                requireKey(data, "tls.crt", findings);
                requireKey(data, "tls.key", findings);
            }
            default -> {}
        }
    }

    private static void token(Secret secret, Findings findings) {
        String account = secret.getMetadata() == null
                ? null
                : Zero.map(secret.getMetadata().getAnnotations()).get(ACCOUNT);
        if (Zero.isEmpty(account)) {
            FieldPath path = FieldPath.of("metadata", "annotations").key(ACCOUNT);
            findings.required(TOKEN_ACCOUNT, path, "must name the service account of the token");
        }
    }

    private static void requireKey(Map<String, String> data, String key, Findings findings) {
        if (!data.containsKey(key)) {
            findings.required(TYPE_KEYS, FieldPath.of("data").key(key), "a Secret of this type must have this key");
        }
    }

    private static void requireFilled(Map<String, String> data, String key, Findings findings) {
        if (Zero.isEmpty(data.get(key))) {
            findings.required(TYPE_KEYS, FieldPath.of("data").key(key), "a Secret of this type must have this key");
        }
    }

    private static void dockerJson(Map<String, String> data, String key, Findings findings) {
        String value = data.get(key);
        if (value == null) {
            requireKey(data, key, findings);
        } else if (!isJsonObject(Base64.getMimeDecoder().decode(value))) {
            findings.invalid(DOCKER_JSON, FieldPath.of("data").key(key), "<not shown>", "must be a JSON object");
        }
    }

    /** Go reads the text into a map of any values: an object, or null. */
    private static boolean isJsonObject(byte[] text) {
        try (JsonParser parser = JSON.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT && first != JsonToken.VALUE_NULL) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException notJson) {
            return false;
        }
    }
}
