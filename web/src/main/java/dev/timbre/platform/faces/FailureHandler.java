package dev.timbre.platform.faces;

import dev.timbre.platform.error.BusinessException;
import dev.timbre.platform.error.NotAllowed;
import dev.timbre.platform.error.NotFound;
import dev.timbre.platform.web.AccessDenied;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.util.Iterator;
import org.omnifaces.util.Exceptions;
import org.omnifaces.util.Faces;

/**
 * The one place where failures of pages become something to read: a refused action becomes a
 * message on the same page, a page that is not there or not for the reader becomes an error page,
 * and a page that was open for too long is opened anew.
 */
public class FailureHandler extends ExceptionHandlerWrapper {

  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  public FailureHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    while (events.hasNext()) {
      ExceptionQueuedEvent event = events.next();
      boolean rendering = event.getContext().getPhaseId() == PhaseId.RENDER_RESPONSE;
      try {
        if (settle(event.getContext().getException(), rendering)) {
          events.remove();
        }
      } catch (IOException e) {
        throw new FacesException(e);
      }
    }
    getWrapped().handle();
  }

  private static boolean settle(Throwable thrown, boolean rendering) throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    if (Exceptions.is(thrown, ViewExpiredException.class)) {
      notices().refused("page.expired");
      Faces.redirect(samePage());
      return true;
    }
    boolean action = faces.isPostback() && !rendering;
    if (Exceptions.is(thrown, EJBAccessException.class)) {
      CDI.current().getBeanManager().getEvent().fire(new AccessDenied());
      return action ? tell("error.access-denied") : end(faces, FORBIDDEN);
    }
    if (!Exceptions.is(thrown, BusinessException.class)) {
      return false;
    }
    BusinessException failure = business(thrown);
    if (action) {
      notices().refused(failure);
      return true;
    }
    if (failure instanceof NotFound) {
      return end(faces, NOT_FOUND);
    }
    if (failure instanceof NotAllowed) {
      CDI.current().select(ErrorBacking.class).get().refusedBy(failure.code());
      return end(faces, FORBIDDEN);
    }
    return false;
  }

  /** The address of the page that was open: that of a form does not have its parameters. */
  private static String samePage() {
    String referer = Faces.getRequestHeader("Referer");
    String own = Faces.getRequestBaseURL();
    return referer != null && referer.startsWith(own)
        ? Faces.getRequestContextPath() + "/" + referer.substring(own.length())
        : Faces.getRequestURIWithQueryString();
  }

  private static boolean tell(String key) {
    notices().refused(key);
    return true;
  }

  private static boolean end(FacesContext faces, int status) throws IOException {
    ExternalContext external = faces.getExternalContext();
    if (external.isResponseCommitted()) {
      return false;
    }
    external.responseReset();
    external.responseSendError(status, "");
    faces.responseComplete();
    return true;
  }

  private static BusinessException business(Throwable thrown) {
    Throwable cause = thrown;
    while (!(cause instanceof BusinessException)) {
      cause = cause.getCause();
    }
    return (BusinessException) cause;
  }

  private static Notices notices() {
    return CDI.current().select(Notices.class).get();
  }
}
