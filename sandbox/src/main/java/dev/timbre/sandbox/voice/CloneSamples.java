package dev.timbre.sandbox.voice;

import dev.timbre.sandbox.audio.Pcm;
import dev.timbre.sandbox.audio.SampleDecoder;
import dev.timbre.sandbox.audio.UndecodableAudio;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.FileShelf;
import dev.timbre.sandbox.model.StoredFile;
import dev.timbre.sandbox.model.Triggers;
import dev.timbre.sandbox.model.World;
import java.io.IOException;
import java.util.List;

/** Listens to the recordings of a clone call and judges them. */
public final class CloneSamples {
  private static final List<String> EXTENSIONS = List.of("mp3", "m4a", "wav");
  private static final double SHORTEST_SECONDS = 10;

  // Five minutes and one AAC frame at 16 kHz, which a decoder may count beyond the true end.
  private static final double LONGEST_SECONDS = 300.07;
  private static final double PROMPT_BELOW_SECONDS = 8;

  private final World world;
  private final FileShelf shelf;

  public CloneSamples(World world, FileShelf shelf) {
    this.world = world;
    this.shelf = shelf;
  }

  /**
   * The account's uploaded file for a purpose, by its id.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 when there is none, it was uploaded for another
   *     purpose or its name ends wrongly; 1026 when its name has a trigger word
   */
  public StoredFile get(String account, long fileId, String purpose) {
    StoredFile file = shelf.get(account, fileId);
    if (!file.purpose().equals(purpose)) {
      throw Code.INVALID_PARAMS.refusal(
          "file_id " + fileId + " was uploaded for " + file.purpose() + ", not for " + purpose);
    }
    if (!EXTENSIONS.contains(file.extension())) {
      throw Code.INVALID_PARAMS.refusal("invalid file ext for voice clone");
    }
    Triggers.check(file.filename());
    return file;
  }

  /**
   * Decodes a sample.
   *
   * @throws dev.timbre.sandbox.model.Refusal 20132 when it is no sound, 2037 when it is shorter
   *     than 10 s or longer than 5 min
   */
  public Pcm decodeSample(StoredFile file) throws IOException {
    Pcm sound = decode(file);
    if (sound.seconds() < SHORTEST_SECONDS || sound.seconds() > LONGEST_SECONDS) {
      throw Code.DURATION_OUT_OF_RANGE.refusal();
    }
    return sound;
  }

  /**
   * Listens to a prompt.
   *
   * @throws dev.timbre.sandbox.model.Refusal 20132 when it is no sound, 2048 from 8 s on, 2037
   *     below the minimum of the settings, 1044 when its name says that it mismatches
   */
  public void checkPrompt(StoredFile file) throws IOException {
    double seconds = decode(file).seconds();
    if (seconds >= PROMPT_BELOW_SECONDS) {
      throw Code.PROMPT_TOO_LONG.refusal();
    }
    if (seconds < world.settings().promptMinimumSeconds()) {
      throw Code.DURATION_OUT_OF_RANGE.refusal();
    }
    if (Triggers.isMismatch(file.filename())) {
      throw Code.PROMPT_MISMATCH.refusal();
    }
  }

  private Pcm decode(StoredFile file) throws IOException {
    try {
      return SampleDecoder.decode(shelf.bytesOf(file));
    } catch (UndecodableAudio e) {
      throw Code.INVALID_SAMPLES.refusal(e.getMessage());
    }
  }
}
