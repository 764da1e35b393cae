package dev.timbre.provider.client.api;

import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.file.DeletedFile;
import dev.timbre.provider.client.wire.file.FileAnswer;
import dev.timbre.provider.client.wire.file.FileList;
import dev.timbre.provider.client.wire.speech.LongSpeechOrder;
import dev.timbre.provider.client.wire.speech.LongSpeechProgress;
import dev.timbre.provider.client.wire.speech.SpeechAnswer;
import dev.timbre.provider.client.wire.voice.CloneAnswer;
import dev.timbre.provider.client.wire.voice.DeletedVoice;
import dev.timbre.provider.client.wire.voice.VoiceList;
import java.util.Map;
import java.util.function.Function;

/** Which reader understands which kind of answer. */
final class AnswerKinds {

  private static final Map<Class<? extends WireAnswer>, Function<Reply, ? extends WireAnswer>>
      READERS =
          Map.ofEntries(
              Map.entry(FileAnswer.class, FileAnswer::read),
              Map.entry(FileList.class, FileList::read),
              Map.entry(DeletedFile.class, DeletedFile::read),
              Map.entry(CloneAnswer.class, CloneAnswer::read),
              Map.entry(VoiceList.class, VoiceList::read),
              Map.entry(DeletedVoice.class, DeletedVoice::read),
              Map.entry(LongSpeechOrder.class, LongSpeechOrder::read),
              Map.entry(LongSpeechProgress.class, LongSpeechProgress::read),
              Map.entry(SpeechAnswer.class, SpeechAnswer::read));

  private AnswerKinds() {}

  static boolean knows(Class<?> kind) {
    return READERS.containsKey(kind);
  }

  static WireAnswer read(Class<? extends WireAnswer> kind, Reply reply) {
    return READERS.get(kind).apply(reply);
  }
}
