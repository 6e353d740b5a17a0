package dev.berth.redis;

import dev.berth.certificate.Certificate;
import dev.berth.certificate.IssuerSource;
import dev.berth.certificate.KeyUsage;
import dev.berth.manifest.Namespace;
import dev.berth.network.Address;
import dev.berth.network.Service;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.StatefulSet;
import java.util.List;
import java.util.stream.Stream;

/** The DNS names of the servers, and a certificate with them. */
record RedisNames(Redis redis, Namespace namespace) {

    /** The Services, and every pod by the name of its headless Service, from the shortest form to the longest. */
    List<String> all() {
        List<StatefulSet> sets = redis.statefulSets();
        Stream<String> services = redis.declareServices(sets).stream().map(Service::name);
        Stream<String> pods =
                sets.stream().map(set -> "*." + set.headlessService().name());
        return Stream.concat(services, pods).flatMap(this::forms).toList();
    }

    private Stream<String> forms(String host) {
        Address address = Address.of(host, host);
        return Stream.of(
                host,
                host + "." + namespace.name(),
                address.in(namespace).toString(),
                address.fullyQualified(namespace).toString());
    }

    Certificate certificate(IssuerSource issuer) {
        RedisTls tls = redis.tls()
                .orElseThrow(() -> new InvalidValueException(redis.server().product() + " \"" + redis.name()
                        + "\": tls: Required value: the Secret in which the certificate is stored:"
                        + " use tls(RedisTls.required(…))"));
        List<String> names = all();
        var certificate = Certificate.named(tls.server().secret().name())
                .issuer(issuer)
                .dnsName(names.get(0))
                .addAllDnsNames(names.subList(1, names.size()));
        if (tls.clientCertificates()) {
            // The servers show it to each other, and the probes to the servers.
            certificate.addUsages(
                    KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_ENCIPHERMENT, KeyUsage.SERVER_AUTH, KeyUsage.CLIENT_AUTH);
        }
        return certificate.build();
    }
}
