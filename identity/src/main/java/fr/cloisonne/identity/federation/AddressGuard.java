package fr.cloisonne.identity.federation;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Holds the addresses that firms give away from what lies behind our walls: https to public
 * addresses, unless the settings reach further. Asked before each call. A name that changes its
 * address between this look and the connection gains nothing: the server met inside would have to
 * present a certificate for that name.
 */
@Component
class AddressGuard {

    private static final int LONGEST = 300;

    /** This machine, the link, multicast, nets that are nobody's, and IPv4 in disguise. */
    private static final List<Net> NEVER =
            nets(
                    "0.0.0.0/8",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "::/16",
                    "64:ff9b::/32",
                    "2001::/32",
                    "2001:db8::/32",
                    "2002::/16",
                    "fe80::/10",
                    "ff00::/8");

    private static final List<Net> INSIDE =
            nets(
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "fc00::/7",
                    "fec0::/10");

    private final Reach reach;

    /** A net of one family; the matcher alone would compare IPv4 with the head of IPv6. */
    private record Net(IpAddressMatcher matcher, boolean six) {

        static Net of(String net) {
            return new Net(new IpAddressMatcher(net), net.contains(":"));
        }

        boolean has(InetAddress place) {
            return place instanceof Inet6Address == six
                    && matcher.matches(place.getHostAddress().replaceFirst("%.*", ""));
        }
    }

    AddressGuard(FederationSettings settings) {
        this.reach = settings.reach();
    }

    /** Refuses what must not be called. */
    void check(URI address) throws ForbiddenAddressException {
        String host = address.getHost();
        if (host == null
                || address.getUserInfo() != null
                || address.getFragment() != null
                || address.toString().length() > LONGEST * 4) {
            throw new ForbiddenAddressException(address);
        }
        InetAddress[] places = places(host, address);
        boolean here = Arrays.stream(places).allMatch(InetAddress::isLoopbackAddress);
        boolean local = reach == Reach.LOOPBACK && here && "http".equals(address.getScheme());
        boolean secure = "https".equals(address.getScheme());
        if (!local && !(secure && Arrays.stream(places).allMatch(this::open))) {
            throw new ForbiddenAddressException(address);
        }
    }

    /** Whether an address, as a person wrote it, may be called. */
    boolean allows(String address) {
        try {
            check(URI.create(address));
            return address.length() <= LONGEST;
        } catch (ForbiddenAddressException | IllegalArgumentException no) {
            return false;
        }
    }

    private static InetAddress[] places(String host, URI address) throws ForbiddenAddressException {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException nowhere) {
            throw new ForbiddenAddressException(address, nowhere);
        }
    }

    private boolean open(InetAddress place) {
        return !in(NEVER, place) && (reach == Reach.PRIVATE || !in(INSIDE, place));
    }

    private static boolean in(List<Net> nets, InetAddress place) {
        return nets.stream().anyMatch(net -> net.has(place));
    }

    private static List<Net> nets(String... nets) {
        return Stream.of(nets).map(Net::of).toList();
    }
}
