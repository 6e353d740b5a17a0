package dev.berth.rules;

/** A range of ports, both ends inclusive. */
public record PortRange(int first, int last) {
    /** The {@code --service-node-port-range} of a server that was not given any: 30000 to 32767. */
    public static final PortRange NODE_PORTS = new PortRange(30000, 32767);

    public PortRange {
        if (first < 0 || last > 65535 || first > last) {
            throw new IllegalArgumentException("Ports go from 0 to 65535: " + first + " to " + last);
        }
    }

    /** Whether the port is within the range. */
    public boolean contains(int port) {
        return port >= first && port <= last;
    }
}
