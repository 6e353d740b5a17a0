package dev.berth.cluster;

/** A family of IP addresses that the Services of a cluster can have. */
public enum IpFamily {
    /** Addresses such as {@code 10.96.0.10}. */
    IPV4("IPv4"),
    /** Addresses such as {@code fd00::10}. */
    IPV6("IPv6");

    private final String name;

    IpFamily(String name) {
        this.name = name;
    }

    /** Returns the name in the Kubernetes API: {@code IPv4} or {@code IPv6}. */
    @Override
    public String toString() {
        return name;
    }
}
