package dev.berth.cluster;

import dev.berth.value.InvalidValueException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ports that Services of type NodePort and LoadBalancer can have on the nodes, inclusive: the flag {@code
 * --service-node-port-range} of the API server.
 *
 * @param first the first port, at least 1
 * @param last the last port, at most 65535
 */
public record NodePortRange(int first, int last) {

    /**
     * The default of the API server, 30000 to 32767. Source: {@code pkg/kubeapiserver/options/options.go},
     * {@code DefaultServiceNodePortRange}, Kubernetes 1.36.
     */
    public static final NodePortRange DEFAULT = new NodePortRange(30000, 32767);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})-([0-9]{1,5})");

    /**
     * Creates a range.
     *
     * @throws InvalidValueException if there is no such range of ports
     */
    public NodePortRange {
        if (first < 1 || last > 65535 || first > last) {
            throw refused(first + "-" + last);
        }
    }

    /**
     * Reads a range in the form of the flag, such as {@code 30000-32767}.
     *
     * @throws InvalidValueException if the text has another form, or if there is no such range of ports
     */
    public static NodePortRange of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw refused(text);
        }
        return new NodePortRange(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    private static InvalidValueException refused(String text) {
        return InvalidValueException.of(
                "nodePortRange", text, "must be two ports from 1 to 65535 in order, such as 30000-32767");
    }

    /** Returns whether the port is within the range. */
    public boolean contains(int port) {
        return port >= first && port <= last;
    }

    /** Returns the range in the form of the flag. */
    @Override
    public String toString() {
        return first + "-" + last;
    }
}
