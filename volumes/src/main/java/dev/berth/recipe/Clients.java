package dev.berth.recipe;

import dev.berth.network.NetworkPolicyPeer;
import dev.berth.value.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who may connect to a server. The recipe declares a NetworkPolicy for the clients, and for the servers among each
 * other. The network plugin of the cluster must support policies; otherwise they have no effect.
 *
 * <pre>{@code
 * Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "shop")))
 * }</pre>
 *
 * @param peers the clients; empty if everyone may connect
 */
public record Clients(List<NetworkPolicyPeer> peers) {

    /** Copies the list. */
    public Clients {
        peers = List.copyOf(peers);
    }

    /** Only these clients. */
    public static Clients only(NetworkPolicyPeer first, NetworkPolicyPeer... more) {
        return new Clients(Stream.concat(Stream.of(first), Arrays.stream(more)).toList());
    }

    /**
     * Everyone who can reach the pods: the recipe declares no NetworkPolicy.
     *
     * @param reason why this is acceptable
     * @throws InvalidValueException if there is no reason
     */
    public static Clients everyone(String reason) {
        if (reason.isBlank()) {
            throw new InvalidValueException("Clients everyone: Required value: state why no policy is needed");
        }
        return new Clients(List.of());
    }
}
