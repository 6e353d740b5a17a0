package dev.berth.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The schemas that reports follow: {@code docs/report.schema.json}, and that of SARIF 2.1.0 by OASIS. */
public final class ReportSchemas {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReportSchemas() {}

    /** Fails unless the text follows {@code docs/report.schema.json}; returns its JSON. */
    public static JsonNode json(Path report) throws IOException {
        String schema = Files.readString(Path.of("../../docs/report.schema.json"));
        return checked(JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema), report);
    }

    /** Fails unless the text follows the schema of SARIF 2.1.0; returns its JSON. */
    public static JsonNode sarif(Path report) throws IOException {
        try (InputStream schema =
                Objects.requireNonNull(ReportSchemas.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
            return checked(JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(schema), report);
        }
    }

    private static JsonNode checked(JsonSchema schema, Path report) throws IOException {
        JsonNode json = MAPPER.readTree(Files.readString(report));
        assertThat(schema.validate(json)).as(report.toString()).isEmpty();
        return json;
    }
}
