package dev.berth.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.berth.manifest.Declaration;

/** The classes that the library is made of, without those of its tests. */
final class Library {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Declaration.class.getProtectionDomain().getCodeSource().getLocation());

    private Library() {}

    /** The first part of a class's package below {@code dev.berth}. */
    static String topLevelPackage(JavaClass type) {
        String below = type.getPackageName().substring("dev.berth.".length());
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}
