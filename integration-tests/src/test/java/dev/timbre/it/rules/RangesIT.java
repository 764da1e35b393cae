package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Players seek in audio. */
@OnRunningTimbre
class RangesIT {

  private final Timbre curator;
  private final String audio;
  private final byte[] whole = Company.kerstin();

  RangesIT(RunningTimbre timbre) {
    this.curator = timbre.company().curator().calls();
    this.audio = "recordings/" + timbre.company().recording() + "/audio";
  }

  private Answer range(String range) {
    return curator.with("Range", range).get(audio);
  }

  @Test
  void noRange_isTheWholeFile() {
    Answer answer = curator.get(audio).expect(200);
    assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(whole.length));
    assertThat(answer.header("Content-Type")).isEqualTo("audio/mpeg");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.bytes()).isEqualTo(whole);
  }

  @Test
  void ranges_areThoseBytes() {
    assertPart(range("bytes=0-99"), 0, 100);
    assertPart(range("bytes=100-"), 100, whole.length);
    assertPart(range("bytes=-500"), whole.length - 500, whole.length);
    assertPart(range("bytes=0-0"), 0, 1);
    assertPart(range("bytes=10-99999999"), 10, whole.length);
    assertPart(range("bytes=-99999999"), 0, whole.length);
  }

  private void assertPart(Answer answer, int from, int to) {
    answer.expect(206);
    assertThat(answer.bytes()).isEqualTo(Arrays.copyOfRange(whole, from, to));
    assertThat(answer.header("Content-Range"))
        .isEqualTo("bytes " + from + "-" + (to - 1) + "/" + whole.length);
  }

  @Test
  void rangeBehindTheEnd_isRefused() {
    for (String range : new String[] {"bytes=99999999-", "bytes=-0", "bytes=20-10"}) {
      Answer answer = range(range);
      // RFC 9110: a range whose end lies before its beginning is none at all
      if (range.equals("bytes=20-10") && answer.status() == 200) {
        continue;
      }
      answer.expect(416);
      assertThat(answer.header("Content-Range")).isEqualTo("bytes */" + whole.length);
    }
  }

  @Test
  void oddRanges_areTheWholeFile() {
    for (String range : new String[] {"bytes=0-1,5-6", "lines=1-2", "bytes=-", "bytes=a-b"}) {
      assertThat(range(range).expect(200).bytes()).as(range).isEqualTo(whole);
    }
  }

  @Test
  void unchangedAudio_isNotSentAgain() {
    String tag = curator.get(audio).tag();
    assertThat(curator.with("If-None-Match", tag).get(audio).expect(304).bytes()).isEmpty();
    Timbre part = curator.with("Range", "bytes=0-9");
    part.with("If-Range", tag).get(audio).expect(206);
    part.with("If-Range", "\"another\"").get(audio).expect(200);
  }
}
