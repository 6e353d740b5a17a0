package dev.berth.cel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.berth.cel.library.KubernetesTypes;
import dev.berth.cel.value.FieldNames;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The types of one node of a schema for the type check of CEL: one for each object, named after its path. */
@SuppressWarnings("Immutable") // Nothing changes the types after the constructor.
final class DeclaredTypes implements CelTypeProvider {
    private final Map<String, CelType> types = new LinkedHashMap<>();
    private final CelType self;

    DeclaredTypes(DeclaredType root) {
        types.putAll(KubernetesTypes.named());
        this.self = add(root, "selfType");
    }

    /** Returns the type of {@code self}. */
    CelType self() {
        return self;
    }

    @Override
    public ImmutableList<CelType> types() {
        return ImmutableList.copyOf(types.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(types.get(name));
    }

    private CelType add(DeclaredType type, String name) {
        if (type.simple() != null) {
            return type.simple();
        }
        DeclaredType element = type.element();
        if (element != null) {
            return type.isMap()
                    ? MapType.create(SimpleType.STRING, add(element, name + ".@elem"))
                    : ListType.create(add(element, name + ".@idx"));
        }
        Map<String, CelType> fields = new LinkedHashMap<>();
        Objects.requireNonNull(type.fields(), name).forEach((field, ofField) -> {
            CelType inCel = add(ofField, name + "." + field);
            fields.put(field, inCel);
            FieldNames.reserved(field).ifPresent(word -> fields.putIfAbsent(word, inCel));
        });
        StructType object = StructType.create(
                name, ImmutableSet.copyOf(fields.keySet()), field -> Optional.ofNullable(fields.get(field)));
        types.put(name, object);
        return object;
    }
}
