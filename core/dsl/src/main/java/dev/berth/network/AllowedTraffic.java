package dev.berth.network;

import java.util.List;

/**
 * The traffic that a {@link NetworkPolicy} allows in one direction: {@link NetworkPolicy#allow},
 * {@link NetworkPolicy#allowAll} or {@link NetworkPolicy#denyAll}.
 *
 * @param rules the rules; a rule without conditions allows all traffic, and an empty list allows none
 */
public record AllowedTraffic(List<NetworkPolicyRule> rules) {

    /** Creates the rules of a direction. */
    public AllowedTraffic {
        rules = List.copyOf(rules);
    }
}
