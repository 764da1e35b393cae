package dev.timbre.provider.client.wire.video;

import dev.timbre.provider.client.wire.Check;

/**
 * A template that videos are made from. Open: of a template made with {@link #of} nothing is known,
 * so nothing is demanded. Which templates a region offers differs (MiniMax documentation, "Video
 * agent templates", in China and elsewhere).
 *
 * @param needsMedia whether an order needs a picture
 * @param needsText whether an order needs words
 */
public record VideoTemplate(String id, boolean needsMedia, boolean needsText) {

  /** Whoever is in the picture dives from a tower. */
  public static final VideoTemplate DIVING = ofMedia("392747428568649728");

  /** The same in China. */
  public static final VideoTemplate DIVING_CHINA = ofMedia("392753057216684038");

  /** The pet in the picture flees; the words name the beast that hunts it. */
  public static final VideoTemplate RUN_FOR_LIFE =
      new VideoTemplate("393769180141805569", true, true);

  /** The car in the picture becomes a robot. */
  public static final VideoTemplate TRANSFORMERS = ofMedia("397087679467597833");

  /** Whoever is in the picture does gymnastics on still rings. */
  public static final VideoTemplate STILL_RINGS = ofMedia("393881433990066176");

  /** The pet in the picture lifts weights. */
  public static final VideoTemplate WEIGHTLIFTING = ofMedia("393498001241890824");

  /** Whoever is in the picture climbs. */
  public static final VideoTemplate CLIMBING = ofMedia("393488336655310850");

  /** The face in the picture becomes that of a toy figure. */
  public static final VideoTemplate LABUBU = ofMedia("394246956137422856");

  /** The pet in the picture delivers food. */
  public static final VideoTemplate PET_COURIER = ofMedia("393879757702918151");

  /** Portraits in Tibetan dress. */
  public static final VideoTemplate TIBETAN_PORTRAIT = ofMedia("393766210733957121");

  /** A small cartoon of a life of hardship; the words say whose and what. No picture. */
  public static final VideoTemplate HARD_LIFE =
      new VideoTemplate("394125185182695432", false, true);

  /** Portraits in the snow. */
  public static final VideoTemplate WINTER_PORTRAIT = ofMedia("393857704283172864");

  /** Portraits in four seasons. */
  public static final VideoTemplate FOUR_SEASONS = ofMedia("398574688191234048");

  /** A woman wears the clothes in the picture. */
  public static final VideoTemplate WOMAN_TRIES_ON = ofMedia("393866076583718914");

  /** A man wears the clothes in the picture. */
  public static final VideoTemplate MAN_TRIES_ON = ofMedia("393876118804459526");

  public VideoTemplate {
    Check.notBlank("template_id", id);
  }

  /** A template of which only the id is known. */
  public static VideoTemplate of(String id) {
    return new VideoTemplate(id, false, false);
  }

  private static VideoTemplate ofMedia(String id) {
    return new VideoTemplate(id, true, false);
  }

  @Override
  public String toString() {
    return id;
  }
}
