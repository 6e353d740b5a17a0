package dev.berth.rules.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.FieldPath;
import dev.berth.finding.FindingType;
import dev.berth.rules.Findings;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the metadata of objects whose kind has no model. Mirrors {@code GetObjectMetaWithOptions} in {@code
 * pkg/apiserver/schema/objectmeta/coerce.go} of {@code k8s.io/apiextensions-apiserver}.
 */
public final class MetadataDecoder {
    private MetadataDecoder() {}

    /** Reports unknown fields and wrong types, and removes what the server does not keep: nulls and empty values. */
    public static void decode(@Nullable JsonNode metadata, FieldPath path, Findings findings) {
        if (metadata == null || metadata.isNull()) {
            return;
        }
        if (!(metadata instanceof ObjectNode object)) {
            findings.add(DecodeRules.WRONG_TYPE, path, FindingType.MALFORMED, "an object is expected");
            return;
        }
        new StrictDecoder(findings).object(object, KindSchemas.of(ObjectMeta.class), path);
        object.properties().removeIf(field -> isEmpty(field.getKey(), field.getValue()));
    }

    /** Returns whether all types are those of metadata, and decodes it; unknown fields do not matter. */
    public static boolean isDecodable(JsonNode metadata) {
        Findings findings = new Findings();
        decode(metadata, FieldPath.root(), findings);
        return findings.list().stream().allMatch(finding -> finding.rule().equals(DecodeRules.UNKNOWN_FIELD));
    }

    private static boolean isEmpty(String field, JsonNode value) {
        boolean zero = field.equals("generation") && value.asLong() == 0;
        return zero
                || (value.isContainerNode()
                        ? value.isEmpty()
                        : value.isTextual() && value.textValue().isEmpty());
    }

    /** Returns metadata that was decoded before; without any field if there is none. */
    public static ObjectMeta bind(@Nullable JsonNode decoded) {
        if (decoded == null || !decoded.isObject()) {
            return new ObjectMeta();
        }
        ObjectMeta bound = (ObjectMeta) KindSchemas.of(ObjectMeta.class).bind(decoded);
        ModelBinder.owners(decoded.path("ownerReferences"), bound);
        return bound;
    }
}
