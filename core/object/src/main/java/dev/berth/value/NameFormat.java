package dev.berth.value;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The name formats of the Kubernetes API server.
 *
 * <p>Source of every format: Kubernetes 1.36, {@code apimachinery/pkg/util/validation/validation.go}, the function that
 * each constant names.
 */
public enum NameFormat {

    /** Most object names; {@code IsDNS1123Subdomain}. */
    DNS_SUBDOMAIN(
            253,
            "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
            "must be lower case letters, digits, '-' or '.', and start and end with a letter or digit"),

    /** The name of a container, volume or namespace; {@code IsDNS1123Label}. */
    DNS_LABEL(
            63,
            "[a-z0-9]([-a-z0-9]*[a-z0-9])?",
            "must be lower case letters, digits or '-', and start and end with a letter or digit"),

    /**
     * The name of a Service; {@code IsDNS1035Label}. Kubernetes 1.36 also accepts a name that starts with a digit.
     * Older servers do not, so Berth requires what all of them accept.
     */
    DNS_1035_LABEL(
            63,
            "[a-z]([-a-z0-9]*[a-z0-9])?",
            "must be lower case letters, digits or '-', start with a letter, and end with a letter or digit"),

    /** The name of a container's port; {@code IsValidPortName}. */
    PORT_NAME(
            15,
            "(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?",
            "must be lower case letters, digits or single '-', with at least one letter, and start and end with a"
                    + " letter or digit"),

    /** The key of a label or annotation, with or without a DNS prefix; {@code IsQualifiedName}. */
    QUALIFIED_NAME(
            63 + 1 + 253,
            "(?:(?=[^/]{1,253}/)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*/)?"
                    + "(?=[^/]{1,63}$)[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?",
            "must be letters, digits, '-', '_' or '.', start and end with a letter or digit, and have at most 63"
                    + " characters, with an optional DNS prefix such as example.com/"),

    /** The value of a label; {@code IsValidLabelValue}. */
    LABEL_VALUE(
            63,
            "([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?",
            "must be empty, or letters, digits, '-', '_' or '.', and start and end with a letter or digit"),

    /** A key of a ConfigMap or a Secret; {@code IsConfigMapKey}. */
    CONFIG_KEY(
            253,
            "(?!\\.\\.)(?!\\.$)[-._a-zA-Z0-9]+",
            "must be letters, digits, '-', '_' or '.', and neither be '.' nor start with '..'"),

    /** The name of a role or a binding, such as {@code system:node}; {@code IsValidPathSegmentName}. */
    PATH_SEGMENT(
            Integer.MAX_VALUE,
            "(?!\\.$)(?!\\.\\.$)[^/%]+",
            "must not be empty, '.' or '..', and not contain '/' or '%'"),

    /**
     * The name of an environment variable that every supported server accepts; {@code IsEnvVarName}. Newer servers also
     * accept other printable characters, which few shells can read.
     */
    ENV_NAME(
            Integer.MAX_VALUE,
            "(?!\\.$)(?!\\.\\.)[-._a-zA-Z][-._a-zA-Z0-9]*",
            "must be letters, digits, '-', '_' or '.', not start with a digit, and neither be '.' nor start with '..'");

    private static final int LARGEST_ANNOTATIONS = 256 * 1024;

    private final int longest;
    private final Pattern pattern;
    private final String rule;

    NameFormat(int longest, String pattern, String rule) {
        this.longest = longest;
        this.pattern = Pattern.compile(pattern);
        this.rule = rule;
    }

    /** Returns whether the name has this format. */
    public boolean accepts(String name) {
        return name.length() <= longest && pattern.matcher(name).matches();
    }

    /**
     * Returns the name if it has this format.
     *
     * @param what what the name is for, as the message shows it
     * @throws InvalidValueException if it does not, with the rule that it breaks
     */
    public String require(String what, String name) {
        if (name.length() > longest) {
            throw InvalidValueException.of(
                    what, name, "must have at most " + longest + " characters, but has " + name.length());
        }
        if (!pattern.matcher(name).matches()) {
            throw InvalidValueException.of(what, name, rule);
        }
        return name;
    }

    /**
     * Returns the labels if all keys and values have the format of a label.
     *
     * @param what where the labels are, as the message shows it
     * @throws InvalidValueException if a key or value does not, with the rule that it breaks; Kubernetes 1.36, {@code
     *     ValidateLabels}
     */
    public static Map<String, String> requireLabels(String what, Map<String, String> labels) {
        labels.forEach((key, value) -> {
            QUALIFIED_NAME.require(what, key);
            LABEL_VALUE.require(what + "[" + key + "]", value);
        });
        return labels;
    }

    /**
     * Returns the annotations if all keys have the format of an annotation (the DNS prefix may have upper case letters)
     * and they are not too large.
     *
     * @param what where the annotations are, as the message shows it
     * @throws InvalidValueException if a key does not, or keys and values have more than 256 KiB in total; Kubernetes
     *     1.36, {@code ValidateAnnotations}
     */
    public static Map<String, String> requireAnnotations(String what, Map<String, String> annotations) {
        long size = 0;
        for (Map.Entry<String, String> annotation : annotations.entrySet()) {
            String key = annotation.getKey();
            if (!QUALIFIED_NAME.accepts(key.toLowerCase(Locale.ROOT))) {
                throw InvalidValueException.of(what, key, QUALIFIED_NAME.rule);
            }
            size += key.getBytes(StandardCharsets.UTF_8).length
                    + annotation.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        if (size > LARGEST_ANNOTATIONS) {
            throw new InvalidValueException(
                    what + ": Too long: must have at most " + LARGEST_ANNOTATIONS + " bytes, but has " + size);
        }
        return annotations;
    }
}
