package dev.timbre.provider.client.api;

import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.account.Balance;
import dev.timbre.provider.client.wire.account.PlanRemains;
import dev.timbre.provider.client.wire.batch.Batch;
import dev.timbre.provider.client.wire.batch.BatchList;
import dev.timbre.provider.client.wire.chat.ChatAnswer;
import dev.timbre.provider.client.wire.chat.ModelList;
import dev.timbre.provider.client.wire.file.DeletedFile;
import dev.timbre.provider.client.wire.file.FileAnswer;
import dev.timbre.provider.client.wire.file.FileList;
import dev.timbre.provider.client.wire.image.ImageAnswer;
import dev.timbre.provider.client.wire.music.CoverPreparation;
import dev.timbre.provider.client.wire.music.Lyrics;
import dev.timbre.provider.client.wire.music.MusicAnswer;
import dev.timbre.provider.client.wire.speech.LongSpeechOrder;
import dev.timbre.provider.client.wire.speech.LongSpeechProgress;
import dev.timbre.provider.client.wire.speech.SpeechAnswer;
import dev.timbre.provider.client.wire.video.TemplateProgress;
import dev.timbre.provider.client.wire.video.VideoOrder;
import dev.timbre.provider.client.wire.video.VideoProgress;
import dev.timbre.provider.client.wire.voice.CloneAnswer;
import dev.timbre.provider.client.wire.voice.DeletedVoice;
import dev.timbre.provider.client.wire.voice.DesignAnswer;
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
              Map.entry(SpeechAnswer.class, SpeechAnswer::read),
              Map.entry(ChatAnswer.class, ChatAnswer::read),
              Map.entry(ModelList.class, ModelList::read),
              Map.entry(Batch.class, Batch::read),
              Map.entry(BatchList.class, BatchList::read),
              Map.entry(DesignAnswer.class, DesignAnswer::read),
              Map.entry(ImageAnswer.class, ImageAnswer::read),
              Map.entry(VideoOrder.class, VideoOrder::read),
              Map.entry(VideoProgress.class, VideoProgress::read),
              Map.entry(TemplateProgress.class, TemplateProgress::read),
              Map.entry(MusicAnswer.class, MusicAnswer::read),
              Map.entry(Lyrics.class, Lyrics::read),
              Map.entry(CoverPreparation.class, CoverPreparation::read),
              Map.entry(Balance.class, Balance::read),
              Map.entry(PlanRemains.class, PlanRemains::read),
              Map.entry(LongSpeechOrder.class, LongSpeechOrder::read),
              Map.entry(LongSpeechProgress.class, LongSpeechProgress::read));

  private AnswerKinds() {}

  static boolean knows(Class<?> kind) {
    return READERS.containsKey(kind);
  }

  static WireAnswer read(Class<? extends WireAnswer> kind, Reply reply) {
    return READERS.get(kind).apply(reply);
  }
}
