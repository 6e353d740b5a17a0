package dev.berth.cel.library;

import static dev.berth.cel.library.KubernetesTypes.URL;
import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.STRING;

import dev.berth.cel.value.RuleError;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import java.util.function.Function;

/** URLs. Mirrors {@code staging/src/k8s.io/apiserver/pkg/cel/library/urls.go}. */
final class UrlFunctions {
    private UrlFunctions() {}

    static void addTo(FunctionTable table) {
        table.global("url", "string_to_url", URL, args -> parse((String) args[0]), STRING);
        table.global("isURL", "is_url_string", BOOL, args -> GoUrl.isValid((String) args[0]), STRING);
        part(table, "getScheme", "url_get_scheme", GoUrl::scheme);
        part(table, "getHost", "url_get_host", GoUrl::host);
        part(table, "getHostname", "url_get_hostname", GoUrl::hostname);
        part(table, "getPort", "url_get_port", GoUrl::port);
        part(table, "getEscapedPath", "url_get_escaped_path", GoUrl::escapedPath);
        table.member(
                "getQuery",
                "url_get_query",
                MapType.create(STRING, ListType.create(STRING)),
                args -> ((GoUrl) args[0]).values(),
                URL);
    }

    @SuppressWarnings("Immutable") // The function has no state.
    private static void part(FunctionTable table, String function, String id, Function<GoUrl, String> part) {
        table.member(function, id, STRING, args -> part.apply((GoUrl) args[0]), URL);
    }

    private static GoUrl parse(String text) {
        return GoUrl.parse(text).orElseThrow(() -> new RuleError("'" + text + "' is not a URL"));
    }
}
