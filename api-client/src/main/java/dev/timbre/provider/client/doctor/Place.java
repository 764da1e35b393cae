package dev.timbre.provider.client.doctor;

import dev.timbre.provider.client.dialect.Dialect;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Somewhere a key may be good for.
 *
 * @param name for people, such as {@code MiniMax, China}
 * @param base without the {@code /v1}
 */
public record Place(String name, URI base, Dialect dialect) {

  /** The official API in China, by its older name. */
  public static final Place CHINA = official("MiniMax, China", "https://api.minimaxi.com");

  /** The official API in China, by its newer name. */
  public static final Place CHINA_NEW =
      official("MiniMax, China (new host)", "https://api.minimax.cn");

  /** The official API elsewhere. */
  public static final Place GLOBAL = official("MiniMax, global", "https://api.minimax.io");

  public static final Place AIPING =
      new Place("AIPing", URI.create("https://aiping.cn/api"), Dialect.AIPING);

  public static final Place HINGNET =
      new Place("Hingnet", URI.create("https://models.hingnet.com.cn"), Dialect.HINGNET);

  public static final Place DMXAPI =
      new Place("DMXAPI", URI.create("https://www.dmxapi.cn"), Dialect.DMXAPI);

  public Place {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(dialect, "dialect");
  }

  private static Place official(String name, String base) {
    return new Place(name, URI.create(base), Dialect.MINIMAX);
  }

  /** The hosts of the official API, which all belong to the same company. */
  public static List<Place> official() {
    return List.of(CHINA, CHINA_NEW, GLOBAL);
  }

  /** The official API and every reseller with a dialect of its own. */
  public static List<Place> known() {
    return List.of(CHINA, CHINA_NEW, GLOBAL, AIPING, HINGNET, DMXAPI);
  }
}
