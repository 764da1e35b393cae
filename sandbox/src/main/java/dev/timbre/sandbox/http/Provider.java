package dev.timbre.sandbox.http;

import dev.timbre.sandbox.audio.Synthesiser;
import dev.timbre.sandbox.model.Faults;
import dev.timbre.sandbox.model.FileShelf;
import dev.timbre.sandbox.model.MediaLinks;
import dev.timbre.sandbox.model.RateLimits;
import dev.timbre.sandbox.model.RequestLog;
import dev.timbre.sandbox.model.SystemVoices;
import dev.timbre.sandbox.model.VoiceBook;
import dev.timbre.sandbox.model.World;
import io.undertow.server.HttpHandler;
import java.io.IOException;

/** The parts of one provider, put together. */
public final class Provider implements AutoCloseable {
  private final MediaLinks links;
  private final Faults faults = new Faults();
  private final RequestLog log;
  private final HttpHandler handler;

  /** Puts a provider together on what a world remembers. */
  public Provider(World world) throws IOException {
    links = new MediaLinks(world);
    FileShelf shelf = new FileShelf(world);
    SystemVoices systemVoices = new SystemVoices();
    VoiceBook book = new VoiceBook(world, systemVoices);
    RateLimits limits = new RateLimits();
    log = world.openRequestLog();
    Synthesiser synthesiser = new Synthesiser();

    Router router = new Router();
    new FilesHandler(world, shelf, links).addTo(router);
    new VoiceCloneHandler(new CloneSamples(world, shelf), book, limits, synthesiser, links, world)
        .addTo(router);
    new SpeechHandler(world, book, limits, synthesiser, links).addTo(router);
    new VoicesHandler(book, systemVoices).addTo(router);
    ControlHandler control = new ControlHandler(world, faults, log, limits);
    MediaHandler media = new MediaHandler(links, shelf, world);
    handler = new Gate(new Door(world), router, control, media, faults, log, world);
  }

  /** What serves every request. */
  public HttpHandler handler() {
    return handler;
  }

  /** Says where the handler is reached, which download links repeat. */
  public void serveFrom(String origin) {
    links.serveFrom(origin);
  }

  /** Cuts every request that a fault holds, so that the server can stop. */
  public void cutHeld() {
    faults.abandon();
  }

  /** Closes the log; the server has stopped. */
  @Override
  public void close() throws IOException {
    log.close();
  }
}
