package dev.timbre.speech.control;

import dev.timbre.access.entity.Use;
import dev.timbre.platform.error.Invalid;
import dev.timbre.speech.control.label.AigcLabel;
import dev.timbre.speech.control.label.LabelledAudio;
import dev.timbre.speech.entity.LabellingPolicies;
import dev.timbre.speech.entity.Labels;
import dev.timbre.speech.entity.MetadataLabel;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechFormat;
import dev.timbre.voice.entity.Voice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which labels a speech needs, and the label itself. */
@ApplicationScoped
class Labelling {

  @Inject LabellingPolicies policies;
  @Inject Clock clock;

  /** Name or code of the company, as labels give it. */
  @Inject
  @ConfigProperty(name = "timbre.speech.label-producer", defaultValue = "Timbre")
  String producer;

  /**
   * What the policies in force ask for. What is only heard inside the company needs no audible
   * mark, since it is published to nobody.
   *
   * @throws Invalid when it cannot be had in this form
   */
  Labels of(Voice voice, Use use, SpeechFormat format, boolean streamed) {
    Labels asked =
        Labels.askedBy(policies.counting(voice.getBrandId(), use.getTerritory(), clock.instant()));
    Labels labels = use.isReview() ? asked.silent() : asked;
    if (labels.audible() && streamed) {
      throw new Invalid(
              "label-needs-whole-audio",
              "Labelling policy for "
                  + use.getTerritory()
                  + " asks for an audible mark, which no stream can have; ask for the whole audio.")
          .about(use.getTerritory());
    }
    if (labels.wanted() && !LabelledAudio.carries(format.format())) {
      if (labels.strict()) {
        throw new Invalid(
                "label-not-carried",
                "Labelling policy for "
                    + use.getTerritory()
                    + " asks for a label inside the file, which "
                    + format.format()
                    + " cannot carry; use mp3, wav or flac.")
            .about(use.getTerritory(), format.format());
      }
      return labels.with(MetadataLabel.NOT_CARRIED);
    }
    return labels;
  }

  /** Audio of a speech that wants a label, on its way to where it goes. */
  LabelledAudio onto(OutputStream out, Speech speech) {
    return LabelledAudio.into(
        out,
        speech.getFormat().format(),
        AigcLabel.of(producer, speech.getId()),
        speech.getLabels().strict());
  }
}
