package dev.berth.lint.value;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A password or a similar value of one line that ends with a newline, as {@code echo | base64} adds it. */
final class SecretEndsWithNewline extends ObjectRule<Secret> {

    /** Files, which may end with a newline, usually have an extension or another name. */
    private static final Pattern VALUE_KEY = Pattern.compile(
            "[A-Z][A-Z0-9_]*|(?i)(?:[a-z0-9._-]*(?:password|(?<!ht)passwd|passphrase|username|user|login|token|database|dbname"
                    + "|host|port|endpoint|bucket|region|dsn|ur[il]|connection[_-]?string|(?:api|access|secret)[_-]?key"
                    + "|access[_-]?key[_-]?id|secret[_-]?access[_-]?key|client[_-]?(?:id|secret))|pass|pwd|email)");

    private static final Pattern ONE_LINE = Pattern.compile("[^\\r\\n]+\\r?\\n");

    SecretEndsWithNewline() {
        super(
                Secret.class,
                Level.WARNING,
                new Rule("secret-ends-with-newline", "makeEnvironmentVariables", "pkg/kubelet/kubelet_pods.go"),
                "The newline is part of the value: a server reads a different password or name than a client that"
                        + " sends it without the newline.",
                "Encode the value without the newline: printf %s VALUE | base64.");
    }

    @Override
    protected void check(ObjectSet set, Secret secret, LintReport report) {
        sorted(secret.getData()).forEach((key, value) -> check(secret, "data", key, decoded(value), report));
        sorted(secret.getStringData()).forEach((key, value) -> check(secret, "stringData", key, value, report));
    }

    private static Map<String, String> sorted(@Nullable Map<String, String> values) {
        return values == null ? Map.of() : new TreeMap<>(values);
    }

    private void check(Secret secret, String field, String key, @Nullable String value, LintReport report) {
        if (value != null
                && VALUE_KEY.matcher(key).matches()
                && ONE_LINE.matcher(value).matches()) {
            report.invalid(this, secret, field + "[" + key + "]", "The value is one line that ends with a newline.");
        }
    }

    private static @Nullable String decoded(@Nullable String value) {
        try {
            return value == null ? null : new String(Base64.getMimeDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException refusedByTheServer) {
            return null;
        }
    }
}
