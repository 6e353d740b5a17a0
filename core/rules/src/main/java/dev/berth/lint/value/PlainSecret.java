package dev.berth.lint.value;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recognizes passwords in plain text. It never returns a password. */
final class PlainSecret {

    /** A name ends with such a word; {@code PASSWORD_FILE} or {@code password_encryption} does not. */
    private static final Pattern NAME = Pattern.compile(
            "(?i)(?:.*[._-])?(?:password|passwd|passphrase|api_?key|access_key|secret_key|private_key|client_secret"
                    + "|auth_?token|access_?token)|(?:[a-z][A-Za-z]*)(?:Password|Passwd|ApiKey|SecretKey)");

    /** A variable, a path, a switch, the name of a method, or a word that stands for a value is not a password. */
    private static final Pattern NO_SECRET =
            Pattern.compile("\\s*|.*[$][({].*|[$].*|/.*|(?i:true|false|yes|no|on|off|0|1|none|null|nil|md5|trust"
                    + "|scram-sha-256|example|placeholder|redacted|<[^>]*>|\\{\\{.*)");

    private static final Pattern URL = Pattern.compile("[a-z][a-z0-9+.-]*://[^/\\s:@]*:(?<value>[^@/\\s]+)@");

    private static final List<Pattern> LINES = List.of(
            Pattern.compile("(?im)^\\s*(?:requirepass|masterauth)\\s+\"?(?<value>[^\\s\"]+)"),
            Pattern.compile("(?im)^[ \\t]*[\\w.-]*(?:password|passwd)[ \\t]*[=:][ \\t]*[\"']?(?<value>[^\\s\"'#;]+)"),
            Pattern.compile("(?i)\\bpassword\\s+'(?<value>[^']+)'"),
            Pattern.compile("(?i)\\bidentified\\s+by\\s+'(?<value>[^']+)'"),
            URL);

    /** Text that has none of these matches none of {@link #LINES}: looking for them first takes a tenth of the time. */
    private static final List<String> HINTS = List.of("pass", "masterauth", "identified", "://");

    /** The token of {@code --initial-cluster-token} is the name of a cluster of etcd. */
    private static final Pattern OPTION = Pattern.compile(
            "(?<![\\w-])--?(?<name>(?!-|initial-cluster-token)[\\w-]*(?:password|passwd|requirepass|masterauth"
                    + "|api-key|token))[= ][\"']?(?<value>[^\\s\"']+)");

    private PlainSecret() {}

    /** Returns whether a setting of this name and value is a password in plain text, or a URL that contains one. */
    static boolean isIn(String name, @Nullable String value) {
        return value != null
                && ((mayBeSecret(name) && NAME.matcher(name).matches() && isSecret(value))
                        || (value.contains("://") && has(URL, value)));
    }

    /** Returns whether the text of a configuration file or script contains a password. */
    static boolean isInText(@Nullable String text) {
        if (text == null) {
            return false;
        }
        String lowerCase = text.toLowerCase(Locale.ROOT);
        return HINTS.stream().anyMatch(lowerCase::contains) && LINES.stream().anyMatch(line -> has(line, text));
    }

    /** Returns the option of a command line that has a password, without the password; empty if none has one. */
    static Stream<String> options(List<String> words) {
        String line = String.join(" ", words);
        if (!mayHaveOption(line)) {
            return Stream.empty();
        }
        Matcher options = OPTION.matcher(line);
        return options.results().filter(option -> isSecret(option.group(2))).map(option -> "--" + option.group(1));
    }

    /** Whether {@link #OPTION} can match. */
    private static boolean mayHaveOption(String line) {
        return line.contains("pass")
                || line.contains("token")
                || line.contains("api-key")
                || line.contains("masterauth");
    }

    /** Whether {@link #NAME} can match: looking for a part of its words first takes a tenth of the time. */
    private static boolean mayBeSecret(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return lowerCase.contains("pass")
                || lowerCase.contains("key")
                || lowerCase.contains("secret")
                || lowerCase.contains("token");
    }

    private static boolean has(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (isSecret(matcher.group("value"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSecret(String value) {
        return !NO_SECRET.matcher(value).matches();
    }
}
