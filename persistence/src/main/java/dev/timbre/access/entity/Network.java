package dev.timbre.access.entity;

import dev.timbre.platform.error.BusinessException;
import dev.timbre.platform.error.Invalid;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of network addresses in CIDR form, IPv4 or IPv6. A single address is a range of one. No
 * name is ever looked up.
 */
public final class Network {

  private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F.:]{2,45})(?:/([0-9]{1,3}))?");
  private static final Pattern IPV4 = Pattern.compile("(?:[0-9]{1,3}\\.){3}[0-9]{1,3}");

  private final byte[] base;
  private final int bits;

  private Network(byte[] base, int bits) {
    this.base = base;
    this.bits = bits;
  }

  /**
   * @param text for example {@code 10.0.0.0/8}, {@code 2001:db8::/32} or {@code 192.0.2.7}
   * @throws Invalid when it is no range, or names an address inside one instead of its beginning
   */
  public static Network of(String text) {
    Matcher parts = CIDR.matcher(text == null ? "" : text.strip());
    byte[] address = parts.matches() ? bytes(parts.group(1)) : null;
    if (address == null) {
      throw malformed(text);
    }
    int all = address.length * Byte.SIZE;
    int bits = parts.group(2) == null ? all : Integer.parseInt(parts.group(2));
    if (bits > all) {
      throw malformed(text);
    }
    Network network = new Network(address, bits);
    for (int bit = bits; bit < all; bit++) {
      if (network.bit(address, bit) != 0) {
        throw malformed(text);
      }
    }
    return network;
  }

  /** Whether an address lies in the range; what is no address does not. */
  public boolean contains(String address) {
    byte[] given = address == null ? null : bytes(address.strip());
    if (given == null || given.length != base.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      if (bit(given, bit) != bit(base, bit)) {
        return false;
      }
    }
    return true;
  }

  private int bit(byte[] address, int number) {
    return address[number / Byte.SIZE] >> (Byte.SIZE - 1 - number % Byte.SIZE) & 1;
  }

  /** Null when it is no address; an IPv4 address inside IPv6 becomes what it is. */
  private static byte[] bytes(String literal) {
    String plain = literal.contains("%") ? literal.substring(0, literal.indexOf('%')) : literal;
    boolean known = IPV4.matcher(plain).matches() || plain.contains(":");
    if (!known || !CIDR.matcher(plain).matches()) {
      return null;
    }
    try {
      return InetAddress.getByName(plain).getAddress();
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static BusinessException malformed(String text) {
    return new Invalid(
            "network-malformed",
            "network is '"
                + text
                + "'; give the beginning of a range with its length, such as 10.0.0.0/8 or"
                + " 2001:db8::/32, or one address.")
        .about(text);
  }

  /** In CIDR form, whatever form was given. */
  @Override
  public String toString() {
    try {
      return InetAddress.getByAddress(base).getHostAddress() + "/" + bits;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four or sixteen bytes are an address", e);
    }
  }
}
