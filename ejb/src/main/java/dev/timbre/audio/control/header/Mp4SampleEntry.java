package dev.timbre.audio.control.header;

import dev.timbre.audio.entity.AudioFormat;
import dev.timbre.audio.entity.AudioFormat.Container;
import dev.timbre.audio.entity.RecordingFact;
import dev.timbre.audio.entity.RecordingFact.Kind;
import java.util.List;

/**
 * How the samples of an MP4 track are coded: the one entry of its {@code stsd} box.
 *
 * @param frameSeconds how much sound one sample of the track holds at most
 */
record Mp4SampleEntry(AudioFormat format, double frameSeconds) {

  private static final int VERSION_OFFSET = 8;
  private static final int CHANNELS_OFFSET = 16;
  private static final int FIELDS = 28;
  private static final int QUICKTIME_1_FIELDS = 16;
  private static final int QUICKTIME_2_FIELDS = 36;
  private static final int ALAC_FRAME_LENGTH = 4;
  private static final int ALAC_CHANNELS = 4 + 9;
  private static final int ALAC_RATE = 4 + 20;
  static final RecordingFact ACCEPTED = Kind.EITHER.of("AAC", "ALAC");

  static Mp4SampleEntry read(Mp4Box descriptions) {
    if (descriptions.content().u32be(4) != 1) {
      throw Rejections.inconsistent("The sound of the m4a changes its coding on the way.");
    }
    ByteReader content = descriptions.content();
    List<Mp4Box> entries = Mp4Box.ofBox(content.slice(8, content.size() - 8L));
    if (entries.isEmpty()) {
      throw Rejections.inconsistent("The m4a does not say how its sound is coded.");
    }
    Mp4Box entry = entries.get(0);
    Mp4SampleEntry read =
        switch (entry.type()) {
          case "mp4a" -> aac(entry);
          case "alac" -> alac(entry);
          default -> throw Rejections.codec(Kind.MP4_CODEC.of(printable(entry.type())), ACCEPTED);
        };
    Rejections.requireChannels(read.format.channels());
    Rejections.requireSampleRate(read.format.sampleRate());
    return read;
  }

  private static Mp4SampleEntry aac(Mp4Box entry) {
    AacConfig config = AacConfig.read(child(entry, "esds"));
    int channels =
        config.channels() > 0 ? config.channels() : entry.content().u16be(CHANNELS_OFFSET);
    return new Mp4SampleEntry(
        new AudioFormat(Container.M4A, "aac", config.sampleRate(), channels),
        config.frameSeconds());
  }

  private static Mp4SampleEntry alac(Mp4Box entry) {
    ByteReader cookie = child(entry, "alac").content();
    int rate = rate(cookie.u32be(ALAC_RATE));
    return new Mp4SampleEntry(
        new AudioFormat(Container.M4A, "alac", rate, cookie.u8(ALAC_CHANNELS)),
        (double) cookie.u32be(ALAC_FRAME_LENGTH) / rate);
  }

  private static int rate(long rate) {
    Rejections.requireSampleRate(rate);
    return (int) rate;
  }

  // QuickTime's versions of the entry have more fields before the boxes inside.
  private static Mp4Box child(Mp4Box entry, String name) {
    ByteReader content = entry.content();
    int fields =
        FIELDS
            + switch (content.u16be(VERSION_OFFSET)) {
              case 0 -> 0;
              case 1 -> QUICKTIME_1_FIELDS;
              default -> QUICKTIME_2_FIELDS;
            };
    return Mp4Box.ofBox(content.slice(fields, content.size() - (long) fields)).stream()
        .filter(box -> box.type().equals(name))
        .findFirst()
        .orElseThrow(() -> Rejections.inconsistent("The m4a does not describe its coding."));
  }

  private static String printable(String type) {
    return type.replaceAll("[^ -~]", "?");
  }
}
