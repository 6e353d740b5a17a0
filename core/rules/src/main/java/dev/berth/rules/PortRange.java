package dev.berth.rules;

/** A range of ports, inclusive. */
public record PortRange(int first, int last) {
    /** The default of {@code --service-node-port-range} in the API server: 30000 to 32767. */
    public static final PortRange NODE_PORTS = new PortRange(30000, 32767);

    public PortRange {
        if (first < 0 || last > 65535 || first > last) {
            throw new IllegalArgumentException("Ports go from 0 to 65535: " + first + " to " + last);
        }
    }

    /** Returns whether the port is within the range. */
    public boolean contains(int port) {
        return port >= first && port <= last;
    }
}
