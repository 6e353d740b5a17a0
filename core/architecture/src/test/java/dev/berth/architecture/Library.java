package dev.berth.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The classes of all modules that are published, without those of their tests. */
final class Library {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.berth");

    /** The directory or the jar that a class was read from: {@code core/object/target/classes} or {@code berth-object-0.1.jar}. */
    private static final Pattern LOCATION =
            Pattern.compile(".*/(?:([^/]+)/target/classes/|berth-([a-z-]+)-[0-9][^/]*\\.jar).*");

    private Library() {}

    /** The module of a class, by the name of its directory. */
    static String module(JavaClass type) {
        String uri = type.getSource().orElseThrow().getUri().toString();
        Matcher matcher = LOCATION.matcher(uri);
        if (!matcher.matches()) {
            throw new IllegalStateException("No module is known for " + uri);
        }
        String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return name.equals("core") ? "library" : name;
    }

    /** The module of each package. */
    static Map<String, String> modules() {
        Map<String, String> modules = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            String other = modules.putIfAbsent(type.getPackageName(), module(type));
            if (other != null && !other.equals(module(type))) {
                throw new IllegalStateException(
                        type.getPackageName() + " is in two modules: " + other + " and " + module(type));
            }
        }
        return modules;
    }
}
