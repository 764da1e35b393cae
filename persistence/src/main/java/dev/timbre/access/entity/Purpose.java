package dev.timbre.access.entity;

/** What a synthetic voice is used for; consents and uses speak in these words. */
public enum Purpose {
  ADVERTISING,
  CUSTOMER_SERVICE,
  PRODUCT,
  TRAINING,
  ENTERTAINMENT,
  NEWS,
  ACCESSIBILITY,
  /** Listening inside the company before anything is published. */
  INTERNAL_REVIEW
}
