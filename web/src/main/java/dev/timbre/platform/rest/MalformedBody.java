package dev.timbre.platform.rest;

import jakarta.ws.rs.BadRequestException;

/** A body could not be read as what its Content-Type and the resource say. */
final class MalformedBody extends BadRequestException {

  private static final long serialVersionUID = 1L;

  MalformedBody(Throwable cause) {
    super(cause);
  }
}
