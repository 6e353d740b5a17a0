package dev.berth.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The API server of a cluster: GET requests, page by page, with one line for each failure. */
final class ApiServer {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final int PAGE = 500;

    private final KubernetesClient client;

    ApiServer(KubernetesClient client) {
        this.client = client;
    }

    /** Returns its address. */
    String url() {
        return client.getConfiguration().getMasterUrl();
    }

    /**
     * Returns the answer to a GET request.
     *
     * @throws DeniedException if the server does not allow the request, or has nothing at this path
     * @throws IOException if the server cannot be reached or does not answer as an API server does; one line
     */
    JsonNode get(String path) throws IOException {
        String text;
        try {
            text = client.raw(path, "GET", null);
        } catch (KubernetesClientException e) {
            throw failure(path, e);
        }
        try {
            JsonNode answer = MAPPER.readTree(text);
            if (answer.isObject()) {
                return answer;
            }
        } catch (JsonProcessingException | IllegalArgumentException truncated) {
            throw new IOException(url() + " answers GET " + path + " with incomplete JSON", truncated);
        }
        throw new IOException(url() + " answers GET " + path + " with something other than an object");
    }

    /**
     * Returns the items of a list, from all of its pages.
     *
     * @throws DeniedException if the server does not allow the request, or has nothing at this path
     * @throws IOException if the server cannot be reached or does not answer as an API server does; one line
     */
    List<JsonNode> list(String path) throws IOException {
        try {
            return pages(path);
        } catch (DeniedException denied) {
            if (denied.code() != HttpURLConnection.HTTP_GONE) {
                throw denied;
            }
        }
        // The server no longer has the state that the first page is from: only one request reads a consistent list.
        List<JsonNode> items = new ArrayList<>();
        get(path).path("items").forEach(items::add);
        return items;
    }

    private List<JsonNode> pages(String path) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = get(path + "?limit=" + PAGE
                    + (next.isEmpty() ? "" : "&continue=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
            page.path("items").forEach(items::add);
            next = page.path("metadata").path("continue").asText();
        } while (!next.isEmpty());
        return items;
    }

    private IOException failure(String path, KubernetesClientException e) {
        int code = e.getCode();
        return switch (code) {
            case HttpURLConnection.HTTP_FORBIDDEN, HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_GONE ->
                new DeniedException(path, code);
            case HttpURLConnection.HTTP_UNAUTHORIZED ->
                new IOException(url() + " does not accept the credentials of the context (401)", e);
            case 0, -1 -> new IOException(url() + " cannot be reached: " + reason(e), e);
            default -> new IOException(url() + " answers GET " + path + " with status " + code, e);
        };
    }

    /** The messages of the client quote the request; the cause is the last of them. */
    private static String reason(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable next = thrown; next != null && !causes.contains(next); next = next.getCause()) {
            causes.add(next);
        }
        Throwable last = causes.get(causes.size() - 1);
        // The HTTP client of the JDK throws both without a message.
        if (last instanceof UnresolvedAddressException) {
            return "its host name cannot be resolved";
        }
        if (last instanceof ClosedChannelException && causes.stream().anyMatch(ConnectException.class::isInstance)) {
            return "the connection was refused";
        }
        String message = last.getMessage();
        return message == null
                ? last.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /** The server does not allow a request, or has nothing at its path. */
    static final class DeniedException extends IOException {
        private static final long serialVersionUID = 1L;

        private final int code;

        DeniedException(String path, int code) {
            super("GET " + path + ": " + code);
            this.code = code;
        }

        /** Returns the status of the answer. */
        int code() {
            return code;
        }
    }
}
