package dev.berth.cel.library;

import dev.berth.schema.format.TextFormats;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL, split as Go does it.
 *
 * <p>Mirrors {@code URL} in {@code net/url} of Go 1.26.
 *
 * @param scheme the scheme in lower case; empty if there is none
 * @param host the host with its port, decoded
 * @param path the path as it is written
 * @param query the query as it is written
 * @param text the whole URL
 */
public record GoUrl(String scheme, String host, String path, String query, String text) {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern PORT = Pattern.compile(":[0-9]*");

    /** Returns an absolute URL or an absolute path; empty if the text is not one. */
    public static Optional<GoUrl> parse(String text) {
        int hash = text.indexOf('#');
        boolean validFragment = hash < 0 || UrlEscapes.isValid(text.substring(hash + 1));
        return isValid(text) && validFragment
                ? Optional.of(split(hash < 0 ? text : text.substring(0, hash)))
                : Optional.empty();
    }

    /** Returns whether the text is an absolute URL or an absolute path. */
    public static boolean isValid(String text) {
        return TextFormats.fits("uri", text);
    }

    private static GoUrl split(String text) {
        Matcher schemed = SCHEME.matcher(text);
        String scheme = schemed.matches() ? schemed.group(1).toLowerCase(Locale.ROOT) : "";
        String rest = schemed.matches() ? schemed.group(2) : text;
        String normalized = scheme.isEmpty() ? text : scheme + ":" + rest;
        int mark = rest.indexOf('?');
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        rest = mark < 0 ? rest : rest.substring(0, mark);
        if (!rest.startsWith("/")) {
            boolean opaque = !scheme.isEmpty();
            return new GoUrl(scheme, "", opaque ? "" : rest, query, normalized);
        }
        boolean hasHost = rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"));
        if (!hasHost) {
            return new GoUrl(scheme, "", rest, query, normalized);
        }
        int slash = rest.indexOf('/', 2);
        String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
        String host = UrlEscapes.decode(authority.substring(authority.lastIndexOf('@') + 1));
        return new GoUrl(scheme, host, slash < 0 ? "" : rest.substring(slash), query, normalized);
    }

    /** Returns the host without its port, and without the brackets of an IPv6 address. */
    String hostname() {
        int port = portStart();
        String name = port < 0 ? host : host.substring(0, port);
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }

    /** Returns the port; empty if there is none. */
    String port() {
        int port = portStart();
        return port < 0 ? "" : host.substring(port + 1);
    }

    private int portStart() {
        int colon = host.lastIndexOf(':');
        return colon >= 0 && PORT.matcher(host.substring(colon)).matches() ? colon : -1;
    }

    /** Returns the path with escape sequences where URLs need them. */
    String escapedPath() {
        return UrlEscapes.path(path);
    }

    /** Returns the values of the query by their names; those that are malformed are missing. */
    Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? "" : part.substring(equals + 1);
            boolean valid = part.indexOf(';') < 0 && UrlEscapes.isValid(key) && UrlEscapes.isValid(value);
            if (!part.isEmpty() && valid) {
                values.computeIfAbsent(UrlEscapes.decodeQuery(key), name -> new ArrayList<>())
                        .add(UrlEscapes.decodeQuery(value));
            }
        }
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GoUrl url && text.equals(url.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
