package dev.timbre.sandbox.socket;

import dev.timbre.sandbox.model.MediaLinks;
import dev.timbre.sandbox.model.World;
import dev.timbre.sandbox.speech.Speaker;
import java.time.Instant;

/** What every session works with. */
record SpeechDesk(World world, Speaker speaker, MediaLinks links) {
  /** Now, on the sandbox's clock. */
  Instant now() {
    return world.now();
  }

  /** How long a session may be silent. */
  double idleSeconds() {
    return world.settings().sockets().idleSeconds();
  }
}
