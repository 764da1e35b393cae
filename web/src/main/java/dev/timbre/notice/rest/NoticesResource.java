package dev.timbre.notice.rest;

import dev.timbre.notice.control.NoticeInbox;
import dev.timbre.notice.entity.Addressee;
import dev.timbre.notice.entity.Notice;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Notices. */
@Path("notices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Notices", description = "What the caller was told: deadlines, findings, budgets.")
public class NoticesResource {

  @Inject NoticeInbox inbox;

  /** Which of the caller's notices are wanted. */
  enum Reading {
    UNREAD,
    READ
  }

  /**
   * A notice as its addressee sees it.
   *
   * @param kind for example clone_deadline
   * @param brand absent for what concerns the whole company
   * @param subject the clone, finding or other thing it is about
   * @param values names, amounts and instants that belong to the kind
   * @param readAt absent while it is unread
   */
  public record NoticeBody(
      UUID id,
      String kind,
      UUID brand,
      UUID subject,
      Map<String, String> values,
      Instant createdAt,
      Instant readAt) {

    static NoticeBody of(Addressee addressee) {
      Notice notice = addressee.getNotice();
      return new NoticeBody(
          notice.getId(),
          Given.name(notice.getKind()),
          notice.getBrandId(),
          notice.getSubjectId(),
          notice.getValues(),
          notice.getCreatedAt(),
          addressee.getReadAt());
    }
  }

  /**
   * How many were read by this.
   *
   * @param read those that were unread before
   */
  public record ReadBody(int read) {}

  @GET
  @Operation(operationId = "listNotices", summary = "List the caller's own notices")
  public PageBody<NoticeBody> list(
      @QueryParam("state") String state, @BeanParam PageParameters page) {
    Reading wanted = Given.constant("state", state, Reading.class);
    Boolean unread = wanted == null ? null : wanted == Reading.UNREAD;
    return PageBody.of(inbox.page(unread, page.request()), NoticeBody::of);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getNotice", summary = "Read one of the caller's notices")
  public NoticeBody get(@PathParam("id") UUID id) {
    return NoticeBody.of(inbox.get(id));
  }

  /** Doing it twice changes nothing. */
  @POST
  @Path("{id}/reading")
  @Operation(operationId = "readNotice", summary = "Mark a notice as read")
  public NoticeBody read(@PathParam("id") UUID id) {
    return NoticeBody.of(inbox.read(id));
  }

  @POST
  @Path("readings")
  @Operation(operationId = "readAllNotices", summary = "Mark every notice as read")
  public ReadBody readAll() {
    return new ReadBody(inbox.readAll());
  }
}
