package dev.timbre.platform.web;

/** The container kept a caller out of a use case, which therefore could not record the attempt. */
public record AccessDenied() {}
