package dev.berth.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions that the build fills into the test projects, which write {@code @name@}. */
final class PomProperties {

    private static final Pattern PLACEHOLDER = Pattern.compile("@([a-z][a-z.-]*)@");

    private PomProperties() {}

    /** Returns the text with the values of the parent POM and of the plugin's POM. */
    static String fillIn(String text) throws IOException {
        Matcher placeholders = PLACEHOLDER.matcher(text);
        if (!placeholders.find()) {
            return text;
        }
        String poms = Files.readString(Repository.ROOT.resolve("pom.xml"))
                + Files.readString(Repository.ROOT.resolve("core/maven-plugin/pom.xml"));
        return placeholders.replaceAll(placeholder -> valueOf(placeholder.group(1), poms));
    }

    private static String valueOf(String name, String poms) {
        String element = name.equals("berth.version") ? "version" : name;
        Matcher value = Pattern.compile("<" + element + ">([^<]+)</").matcher(poms);
        if (!value.find()) {
            throw new IllegalArgumentException("no POM has the property " + name);
        }
        return value.group(1);
    }
}
