package dev.berth.review.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.finding.Finding;
import dev.berth.review.Judgement;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.TreeMap;

/** A review in the Static Analysis Results Interchange Format, version 2.1.0, for code hosts that show it at the line. */
public final class SarifReport {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SarifReport() {}

    /** The SARIF log, indented, lines ended by LF. */
    public static String of(Judgement judgement) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json").put("version", "2.1.0");
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "Berth");
        ArrayNode rules = driver.putArray("rules");
        TreeMap<String, Finding> first = new TreeMap<>();
        judgement
                .review()
                .findings()
                .forEach(finding -> first.putIfAbsent(finding.rule().id(), finding));
        first.forEach((id, finding) -> rules.addObject()
                .put("id", id)
                .putObject("shortDescription")
                .put("text", "Kubernetes: " + finding.source()));
        ArrayNode results = run.putArray("results");
        for (Finding finding : judgement.review().findings()) {
            result(results.addObject(), finding, judgement);
        }
        return JsonReport.pretty(root);
    }

    private static void result(ObjectNode result, Finding finding, Judgement judgement) {
        result.put("ruleId", finding.rule().id()).put("level", finding.level().toString());
        String field = finding.field().isEmpty() ? "" : " " + finding.field();
        result.putObject("message")
                .put(
                        "text",
                        finding.object() + field + ": " + finding.message()
                                + (finding.remedy().isEmpty() ? "" : " " + finding.remedy()));
        ObjectNode location = result.putArray("locations").addObject();
        if (finding.location().isInFile()) {
            ObjectNode physical = location.putObject("physicalLocation");
            physical.putObject("artifactLocation")
                    .put("uri", uri(finding.location().file()));
            physical.putObject("region").put("startLine", finding.location().line());
        }
        location.putArray("logicalLocations")
                .addObject()
                .put("fullyQualifiedName", finding.object() + field)
                .put("kind", "object");
        ObjectNode properties = result.putObject("properties");
        properties
                .put("verdict", finding.effect().name())
                .put("from", finding.requireChange().from())
                .put("to", finding.requireChange().to());
        judgement.reason(finding).ifPresent(reason -> result.putArray("suppressions")
                .addObject()
                .put("kind", "external")
                .put("justification", reason));
    }

    /** A colon in the first step would make what precedes it a URI scheme. */
    private static String uri(String file) {
        try {
            String relative =
                    new URI(null, null, "/" + file, null).toASCIIString().substring(1);
            return relative.matches("[^/]*:.*") ? "./" + relative : relative;
        } catch (URISyntaxException noPath) {
            throw new IllegalStateException("A path of a tree is a relative URI: " + file, noPath);
        }
    }
}
