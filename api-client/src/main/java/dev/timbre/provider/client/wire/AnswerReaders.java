package dev.timbre.provider.client.wire;

import java.util.Map;
import java.util.function.Function;

/** Which reader understands which kind of answer. */
final class AnswerReaders {

  static final Map<Class<? extends WireAnswer>, Function<Reply, ? extends WireAnswer>> READERS =
      Map.of(
          FileAnswer.class, FileAnswer::read,
          FileList.class, FileList::read,
          DeletedFile.class, DeletedFile::read,
          CloneAnswer.class, CloneAnswer::read,
          SpeechAnswer.class, SpeechAnswer::read,
          VoiceList.class, VoiceList::read,
          DeletedVoice.class, DeletedVoice::read);

  private AnswerReaders() {}
}
