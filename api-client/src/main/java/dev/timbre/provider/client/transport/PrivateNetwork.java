package dev.timbre.provider.client.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Addresses that no public server has (IANA special-purpose address registries), also where IPv6
 * carries such an IPv4 address. Loopback is not among them: it has a rule of its own.
 */
public final class PrivateNetwork {

  private PrivateNetwork() {}

  public static boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean special =
        address.isAnyLocalAddress()
            || address.isSiteLocalAddress()
            || address.isLinkLocalAddress()
            || address.isMulticastAddress();
    return special || (address instanceof Inet6Address ? isPrivate6(bytes) : isPrivate4(bytes));
  }

  private static boolean isPrivate4(byte[] address) {
    int first = address[0] & 0xff;
    int second = address[1] & 0xff;
    return switch (first) {
      case 0, 10, 127 -> true;
      case 100 -> (second & 0xc0) == 64;
      case 169 -> second == 254;
      case 172 -> (second & 0xf0) == 16;
      case 192 -> second == 168 || (second == 0 && (address[2] & 0xff) == 0);
      case 198 -> (second & 0xfe) == 18;
      default -> first >= 224;
    };
  }

  private static boolean isPrivate6(byte[] address) {
    boolean uniqueLocal = (address[0] & 0xfe) == 0xfc;
    boolean compatible = startsWith(address, new int[12]);
    boolean translated = startsWith(address, 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0);
    boolean sixToFour = startsWith(address, 0x20, 0x02);
    return uniqueLocal
        || ((compatible || translated) && isPrivate4(Arrays.copyOfRange(address, 12, 16)))
        || (sixToFour && isPrivate4(Arrays.copyOfRange(address, 2, 6)));
  }

  private static boolean startsWith(byte[] address, int... start) {
    for (int i = 0; i < start.length; i++) {
      if ((address[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
