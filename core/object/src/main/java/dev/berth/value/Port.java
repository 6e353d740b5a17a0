package dev.berth.value;

/**
 * A named port of a container, to which Services and probes refer by value.
 *
 * @param name the name that Services and probes use, unique in its pod
 * @param number 1 to 65535; Kubernetes 1.36, {@code apimachinery/pkg/util/validation/validation.go}, {@code
 *     IsValidPortNum}
 * @param protocol the transport protocol
 */
public record Port(String name, int number, Protocol protocol) {

    /** The transport protocols of Kubernetes. */
    public enum Protocol {
        /** The default in Kubernetes. */
        TCP,
        /** Datagrams. */
        UDP,
        /** Stream control transmission; the cluster's network must support it. */
        SCTP
    }

    /**
     * Checks the name and the number.
     *
     * @throws InvalidValueException if Kubernetes does not accept the name or the number
     */
    public Port {
        NameFormat.PORT_NAME.require("Port name", name);
        if (number < 1 || number > 65535) {
            throw InvalidValueException.of("Port \"" + name + "\"", number, "must be between 1 and 65535, inclusive");
        }
    }

    /** A TCP port. */
    public static Port tcp(String name, int number) {
        return new Port(name, number, Protocol.TCP);
    }

    /** A UDP port. */
    public static Port udp(String name, int number) {
        return new Port(name, number, Protocol.UDP);
    }

    /** An SCTP port. */
    public static Port sctp(String name, int number) {
        return new Port(name, number, Protocol.SCTP);
    }
}
