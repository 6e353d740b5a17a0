package dev.berth.change.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.berth.rules.decode.ManifestReader;
import dev.berth.rules.defaults.ServerDefaults;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** Objects as an API server holds them. */
public final class ServerView {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private ServerView() {}

    /** The object with the server's defaults; as it is where the server would not decode it, or the kind is not known. */
    public static JsonNode of(JsonNode body) {
        return ManifestReader.of(body).decode().map(ServerView::filledIn).orElse(body);
    }

    /** An object of the model as a tree of fields, without any default. */
    public static JsonNode tree(HasMetadata model) {
        return MAPPER.valueToTree(model);
    }

    private static JsonNode filledIn(HasMetadata own) {
        ServerDefaults.fillIn(own);
        return MAPPER.valueToTree(own);
    }
}
