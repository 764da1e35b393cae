package dev.timbre.access.control;

import java.util.UUID;

/**
 * Somebody has come in.
 *
 * @param session what the browser's session keeps of it
 */
public record SignIn(UUID session, Identity identity) {}
