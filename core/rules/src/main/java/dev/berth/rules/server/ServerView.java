package dev.berth.rules.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.berth.rules.decode.ManifestReader;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.function.Consumer;

/** Objects as the API server stores them. */
public final class ServerView {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private ServerView() {}

    /**
     * Returns the object with the server's defaults; unchanged if the server would not decode it, or the kind is not
     * known.
     */
    public static JsonNode of(JsonNode body) {
        return view(body, ServerDefaults::fillIn);
    }

    /** Returns the same for an object that replaces another. */
    public static JsonNode again(JsonNode body) {
        return view(body, ServerDefaults::fillInAgain);
    }

    private static JsonNode view(JsonNode body, Consumer<HasMetadata> defaults) {
        Optional<HasMetadata> own = ManifestReader.of(body).decode();
        own.ifPresent(defaults);
        return own.map(ServerView::tree).orElse(body);
    }

    /** Returns a model object as a tree of fields, without any default. */
    public static JsonNode tree(HasMetadata model) {
        return MAPPER.valueToTree(model);
    }
}
