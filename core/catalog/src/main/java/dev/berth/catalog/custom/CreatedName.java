package dev.berth.catalog.custom;

/**
 * An object that a controller creates for a custom resource.
 *
 * @param kind its kind, such as {@code Secret}
 * @param name its name, in which {@code {metadata.name}} stands for the value of a field of the custom resource
 * @param inOtherNamespaces whether it is also created in namespaces other than that of the custom resource
 */
public record CreatedName(String kind, String name, boolean inOtherNamespaces) {

    private static final String IN_OTHERS = "@*";

    static CreatedName of(String written) {
        int equals = written.indexOf('=');
        String kind = written.substring(0, equals);
        String name = written.substring(equals + 1);
        return kind.endsWith(IN_OTHERS)
                ? new CreatedName(kind.substring(0, kind.length() - IN_OTHERS.length()), name, true)
                : new CreatedName(kind, name, false);
    }
}
