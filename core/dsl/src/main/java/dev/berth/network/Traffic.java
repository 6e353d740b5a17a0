package dev.berth.network;

import dev.berth.value.InvalidValueException;
import java.util.List;

/** Which traffic a {@link NetworkPolicy} lets through in one direction. */
public sealed interface Traffic {

    /** None at all. */
    static Traffic none() {
        return new Only(List.of());
    }

    /** All of it, whatever other policies say. */
    static Traffic all() {
        return new All();
    }

    /** What one of these rules allows, and nothing else. */
    static Traffic only(NetworkPolicyRule first, NetworkPolicyRule... more) {
        return new Only(OneOrMore.of(first, more));
    }

    /** The rules of the direction; the one rule of {@link #all()} says nothing, and so allows all. */
    List<NetworkPolicyRule> rules();

    /** All traffic. */
    record All() implements Traffic {

        @Override
        public List<NetworkPolicyRule> rules() {
            return List.of(NetworkPolicyRule.withAnyone());
        }
    }

    /**
     * What a rule allows.
     *
     * @param rules the rules; none of them lets nothing through
     */
    record Only(List<NetworkPolicyRule> rules) implements Traffic {

        /**
         * Takes the rules.
         *
         * @throws InvalidValueException if one of them allows everything, for then the others say nothing
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
