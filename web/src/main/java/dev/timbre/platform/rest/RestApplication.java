package dev.timbre.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST interface. What all of it shares is described in {@code META-INF/openapi.yaml}. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {}
