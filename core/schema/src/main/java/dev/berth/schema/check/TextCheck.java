package dev.berth.schema.check;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.berth.finding.FieldPath;
import dev.berth.schema.Schema;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The length of a text in characters, and its pattern in the syntax of RE2, which Go uses. */
final class TextCheck {
    private static final Map<String, Optional<Pattern>> PATTERNS = new ConcurrentHashMap<>();

    private TextCheck() {}

    /** The first problem hides the others, as in {@code stringValidator.Validate}. */
    static CheckResult check(Schema schema, String text, FieldPath path) {
        CheckResult result = new CheckResult();
        Long most = schema.limits().maxLength();
        Long least = schema.limits().minLength();
        String pattern = schema.limits().pattern();
        int length = most == null && least == null ? 0 : text.codePointCount(0, text.length());
        if (most != null && length > most) {
            result.add(findings -> findings.tooLong(SchemaRules.LENGTH, path, most.intValue(), "characters"));
        } else if (least != null && length < least) {
            result.add(findings ->
                    findings.invalid(SchemaRules.LENGTH, path, text, "must have at least " + least + " characters"));
        } else if (!pattern.isEmpty() && !finds(pattern, text)) {
            result.add(findings -> findings.invalid(SchemaRules.PATTERN, path, text, "must match " + pattern));
        }
        return result;
    }

    private static boolean finds(String pattern, String text) {
        return compiled(pattern).filter(known -> known.matcher(text).find()).isPresent();
    }

    private static Optional<Pattern> compiled(String pattern) {
        return PATTERNS.computeIfAbsent(pattern, TextCheck::compile);
    }

    private static Optional<Pattern> compile(String pattern) {
        try {
            return Optional.of(Pattern.compile(pattern));
        } catch (PatternSyntaxException noPattern) {
            return Optional.empty();
        }
    }
}
