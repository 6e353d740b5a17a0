package dev.berth.network;

import dev.berth.value.InvalidValueException;
import java.util.List;

/** Which traffic a {@link NetworkPolicy} allows in one direction. */
public sealed interface Traffic {

    /** No traffic. */
    static Traffic none() {
        return new Only(List.of());
    }

    /** All traffic, whatever other policies allow. */
    static Traffic all() {
        return new All();
    }

    /** Traffic that one of these rules allows, and no other. */
    static Traffic only(NetworkPolicyRule first, NetworkPolicyRule... more) {
        return new Only(OneOrMore.of(first, more));
    }

    /** The rules of the direction. The only rule of {@link #all()} has no conditions, and so allows all traffic. */
    List<NetworkPolicyRule> rules();

    /** All traffic. */
    record All() implements Traffic {

        @Override
        public List<NetworkPolicyRule> rules() {
            return List.of(NetworkPolicyRule.withAnyone());
        }
    }

    /**
     * Traffic that a rule allows.
     *
     * @param rules the rules; empty allows no traffic
     */
    record Only(List<NetworkPolicyRule> rules) implements Traffic {

        /**
         * Creates the traffic from rules.
         *
         * @throws InvalidValueException if one of them allows everything, which makes the others redundant
         */
        public Only {
            rules = List.copyOf(rules);
            if (rules.contains(NetworkPolicyRule.withAnyone())) {
                throw new InvalidValueException(
                        "Traffic.only: a rule with anyone on every port allows everything: use Traffic.all()");
            }
        }
    }
}
