package dev.timbre.provider.client.wire.video;

import dev.timbre.provider.client.wire.Check;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What the camera does, as a word that a prompt may hold in square brackets. Open (MiniMax API
 * reference, "Video").
 */
public record CameraMove(String value) {

  public static final CameraMove TRUCK_LEFT = new CameraMove("Truck left");
  public static final CameraMove TRUCK_RIGHT = new CameraMove("Truck right");
  public static final CameraMove PAN_LEFT = new CameraMove("Pan left");
  public static final CameraMove PAN_RIGHT = new CameraMove("Pan right");
  public static final CameraMove PUSH_IN = new CameraMove("Push in");
  public static final CameraMove PULL_OUT = new CameraMove("Pull out");
  public static final CameraMove PEDESTAL_UP = new CameraMove("Pedestal up");
  public static final CameraMove PEDESTAL_DOWN = new CameraMove("Pedestal down");
  public static final CameraMove TILT_UP = new CameraMove("Tilt up");
  public static final CameraMove TILT_DOWN = new CameraMove("Tilt down");
  public static final CameraMove ZOOM_IN = new CameraMove("Zoom in");
  public static final CameraMove ZOOM_OUT = new CameraMove("Zoom out");
  public static final CameraMove SHAKE = new CameraMove("Shake");
  public static final CameraMove TRACKING_SHOT = new CameraMove("Tracking shot");
  public static final CameraMove STATIC_SHOT = new CameraMove("Static shot");

  public CameraMove {
    Check.notBlank("prompt", value);
  }

  /** The moves as they stand in a prompt, all at once: {@code [Pan left,Zoom in]}. */
  public static String together(CameraMove... moves) {
    return Arrays.stream(moves).map(CameraMove::value).collect(Collectors.joining(",", "[", "]"));
  }

  /** The move as it stands in a prompt: {@code [Pan left]}. */
  @Override
  public String toString() {
    return together(this);
  }
}
