package dev.timbre.access.entity;

/** Where synthetic speech is heard. */
public enum Channel {
  PHONE,
  WEB,
  APP,
  SOCIAL_MEDIA,
  BROADCAST,
  IN_STORE,
  DEVICE,
  /** Inside the company only. */
  INTERNAL
}
