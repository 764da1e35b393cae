package dev.timbre.provider.client.api;

import dev.timbre.provider.client.wire.music.CoverPreparation;
import dev.timbre.provider.client.wire.music.CoverRequest;
import dev.timbre.provider.client.wire.music.Lyrics;
import dev.timbre.provider.client.wire.music.LyricsRequest;
import dev.timbre.provider.client.wire.music.MusicAnswer;
import dev.timbre.provider.client.wire.music.MusicRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Music, lyrics and covers; all of it takes the provider long. */
@RegisterRestClient(configKey = "minimax-music")
@RegisterProvider(ReplyMarks.class)
@RegisterProvider(AnswerReader.class)
@RegisterProvider(RequestWriter.class)
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface MusicApi extends AutoCloseable {

  /** Answers when the whole piece is made; not for a streamed request. */
  @POST
  @Path("music_generation")
  MusicAnswer make(MusicRequest request);

  @POST
  @Path("lyrics_generation")
  Lyrics write(LyricsRequest request);

  @POST
  @Path("music_cover_preprocess")
  CoverPreparation prepare(CoverRequest request);

  @Override
  void close();
}
