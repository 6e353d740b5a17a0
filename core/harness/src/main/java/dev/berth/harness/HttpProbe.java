package dev.berth.harness;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import java.time.Duration;
import java.util.List;

/**
 * A probe over HTTP. It succeeds with the status 2xx or 3xx, as it does for the kubelet.
 *
 * @param network the file of the network namespace of the pod
 * @param address the address of the pod
 */
record HttpProbe(String network, String address) {

    private static final String SCRIPT = """
            exec 3<>"/dev/tcp/$0/$1" && printf 'GET %s HTTP/1.0\r\n\r\n' "$2" >&3 && read -r status <&3
            echo "$status"
            [[ $status == HTTP/1.?' '[23]??' '* ]]
            """;

    Output run(HTTPGetAction get, Container container, int seconds) {
        String port = Integer.toString(port(get, container));
        List<String> command =
                List.of("nsenter", "--net=" + network, "bash", "-c", SCRIPT, address, port, get.getPath());
        return Shell.attempt(command, Duration.ofSeconds(seconds));
    }

    private static int port(HTTPGetAction get, Container container) {
        Integer number = get.getPort().getIntVal();
        return number != null
                ? number
                : container.getPorts().stream()
                        .filter(port -> port.getName().equals(get.getPort().getStrVal()))
                        .map(ContainerPort::getContainerPort)
                        .findFirst()
                        .orElseThrow();
    }
}
