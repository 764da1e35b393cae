package dev.timbre.sandbox;

import dev.timbre.sandbox.account.AccountHandler;
import dev.timbre.sandbox.audio.Synthesiser;
import dev.timbre.sandbox.batch.BatchHandler;
import dev.timbre.sandbox.batch.BatchLines;
import dev.timbre.sandbox.callback.Callbacks;
import dev.timbre.sandbox.chat.AnthropicHandler;
import dev.timbre.sandbox.chat.Assistant;
import dev.timbre.sandbox.chat.ChatHandler;
import dev.timbre.sandbox.chat.ModelsHandler;
import dev.timbre.sandbox.chat.ResponsesHandler;
import dev.timbre.sandbox.dialect.Aiping;
import dev.timbre.sandbox.dialect.Dmxapi;
import dev.timbre.sandbox.dialect.Hingnet;
import dev.timbre.sandbox.file.FilesHandler;
import dev.timbre.sandbox.http.ControlHandler;
import dev.timbre.sandbox.http.Door;
import dev.timbre.sandbox.http.Front;
import dev.timbre.sandbox.http.Fronts;
import dev.timbre.sandbox.http.Gate;
import dev.timbre.sandbox.http.MediaHandler;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.image.ImageHandler;
import dev.timbre.sandbox.longtext.LongTextHandler;
import dev.timbre.sandbox.model.Allowance;
import dev.timbre.sandbox.model.Dialect;
import dev.timbre.sandbox.model.Faults;
import dev.timbre.sandbox.model.FileShelf;
import dev.timbre.sandbox.model.MediaLinks;
import dev.timbre.sandbox.model.RateLimits;
import dev.timbre.sandbox.model.RequestLog;
import dev.timbre.sandbox.model.SystemVoices;
import dev.timbre.sandbox.model.Tasks;
import dev.timbre.sandbox.model.VoiceBook;
import dev.timbre.sandbox.model.World;
import dev.timbre.sandbox.music.MusicHandler;
import dev.timbre.sandbox.socket.SpeechSockets;
import dev.timbre.sandbox.speech.Speaker;
import dev.timbre.sandbox.speech.SpeechHandler;
import dev.timbre.sandbox.transcription.TranscriptionHandler;
import dev.timbre.sandbox.video.TemplateHandler;
import dev.timbre.sandbox.video.VideoHandler;
import dev.timbre.sandbox.video.h3.H3Handler;
import dev.timbre.sandbox.video.h3.H3Tasks;
import dev.timbre.sandbox.voice.CloneSamples;
import dev.timbre.sandbox.voice.VoiceCloneHandler;
import dev.timbre.sandbox.voice.VoiceDesignHandler;
import dev.timbre.sandbox.voice.VoicesHandler;
import io.undertow.server.HttpHandler;
import java.io.IOException;
import java.util.List;

/** The parts of one provider, put together. */
final class Provider implements AutoCloseable {
  private final MediaLinks links;
  private final Faults faults = new Faults();
  private final RequestLog log;
  private final Tasks tasks;
  private final SpeechSockets sockets;
  private final Callbacks callbacks;

  /** Puts a provider together on what a world remembers. */
  Provider(World world) throws IOException {
    links = new MediaLinks(world);
    FileShelf shelf = new FileShelf(world);
    SystemVoices systemVoices = new SystemVoices();
    VoiceBook book = new VoiceBook(world, systemVoices);
    RateLimits limits = new RateLimits();
    Allowance allowance = new Allowance(world, limits);
    tasks = new Tasks(world);
    callbacks = new Callbacks(world);
    log = world.openRequestLog();
    Synthesiser synthesiser = new Synthesiser();

    Router router = new Router();
    new FilesHandler(world, shelf, links).addTo(router);
    new VoiceCloneHandler(
            new CloneSamples(world, shelf), book, allowance, synthesiser, links, world)
        .addTo(router);
    Speaker speaker = new Speaker(world, book, allowance, synthesiser);
    new SpeechHandler(speaker, links).addTo(router);
    new VoiceDesignHandler(book, allowance, synthesiser, world).addTo(router);
    new LongTextHandler(world, shelf, tasks, speaker, allowance).addTo(router);
    new VoicesHandler(book, systemVoices).addTo(router);
    addMediaAndAccount(router, world, shelf, allowance);
    addTextModels(router, world, shelf, allowance);
    ControlHandler control = new ControlHandler(world, shelf, faults, log, limits, callbacks);
    MediaHandler media = new MediaHandler(links, shelf, world);
    Fronts fronts = fronts(router, world);
    HttpHandler gate = new Gate(new Door(world), fronts, control, media, faults, log, world);
    sockets = new SpeechSockets(gate, world, faults, log, speaker, links);
    tasks.start();
  }

  private void addTextModels(Router router, World world, FileShelf shelf, Allowance allowance) {
    Assistant assistant = new Assistant(world, allowance);
    ChatHandler chat = new ChatHandler(assistant, shelf);
    chat.addTo(router);
    new AnthropicHandler(assistant, shelf).addTo(router);
    new ResponsesHandler(assistant, shelf).addTo(router);
    new ModelsHandler().addTo(router);
    BatchLines lines = new BatchLines(chat, assistant);
    new BatchHandler(world, shelf, tasks, allowance, callbacks, lines).addTo(router);
  }

  private void addMediaAndAccount(
      Router router, World world, FileShelf shelf, Allowance allowance) {
    new ImageHandler(allowance, links, world).addTo(router);
    new VideoHandler(tasks, allowance, callbacks, shelf, world).addTo(router);
    new TemplateHandler(tasks, allowance, callbacks, links, world).addTo(router);
    H3Tasks h3Tasks = new H3Tasks(tasks, callbacks, links, world);
    new H3Handler(h3Tasks, allowance, callbacks, shelf).addTo(router);
    new MusicHandler(allowance, links, world).addTo(router);
    new TranscriptionHandler(allowance, world).addTo(router);
    new AccountHandler(world).addTo(router);
  }

  private static Fronts fronts(Router official, World world) {
    return new Fronts(
        world,
        List.of(
            new Front(Dialect.MINIMAX, Front.KeyForm.BEARER, official),
            new Aiping(official, world).front(),
            new Hingnet(official, world).front(),
            new Dmxapi(official, world).front()));
  }

  /** What serves every request. */
  HttpHandler handler() {
    return sockets;
  }

  /** Says where the handler is reached, which download links repeat. */
  void serveFrom(String origin) {
    links.serveFrom(origin);
  }

  /** Cuts every request that a fault holds, so that the server can stop. */
  void cutHeld() {
    faults.abandon();
  }

  /** Ends background work and closes the log; the server has stopped. */
  @Override
  public void close() throws IOException {
    sockets.close();
    tasks.close();
    callbacks.close();
    log.close();
  }
}
