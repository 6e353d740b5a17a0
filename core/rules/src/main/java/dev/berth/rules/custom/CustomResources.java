package dev.berth.rules.custom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.rules.Verdict;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The CustomResourceDefinitions of a cluster, and the server's answers to them and to the objects that they define.
 *
 * <p>The module {@code berth-schema} implements it. It is found with {@link ServiceLoader} when a tree has a definition, so
 * that nothing of it is loaded for other trees. Without that module, definitions and their objects are not judged.
 */
public interface CustomResources {

    /** Returns a cluster without definitions; empty if no module judges them. */
    static Optional<CustomResources> find() {
        return ServiceLoader.load(CustomResources.class, CustomResources.class.getClassLoader())
                .findFirst();
    }

    /** Returns the verdict on the creation of a definition. */
    Verdict toDefinition(JsonNode definition);

    /** Returns the verdict on a definition that replaces another. */
    Verdict toNewDefinition(JsonNode before, JsonNode definition);

    /** Adds a definition that the server accepts, so that its objects are judged. */
    void add(JsonNode definition);

    /** Returns the answer to the creation of an object; empty if no definition has its kind. */
    Optional<CustomAnswer> toCreation(JsonNode object);

    /**
     * Returns the answer to a manifest that replaces an earlier one of the same author; empty if no definition has its
     * kind.
     *
     * @param before the definitions when the earlier manifest was applied
     */
    Optional<CustomAnswer> toApply(CustomResources before, JsonNode earlier, JsonNode manifest);
}
