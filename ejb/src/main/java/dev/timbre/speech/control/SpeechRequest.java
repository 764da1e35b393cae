package dev.timbre.speech.control;

import dev.timbre.speech.entity.SpeechFormat;
import dev.timbre.speech.entity.SpeechScript;
import java.util.UUID;

/**
 * What a caller wants said.
 *
 * @param voice id or alias
 * @param useId one of the client's uses; null where it has only one
 */
public record SpeechRequest(String voice, SpeechScript script, SpeechFormat format, UUID useId) {}
