package dev.timbre.sandbox.chat;

/** What a message carries: its text parts as one text, and how many pictures and videos. */
record Content(String text, int images, int videos) {
  static final Content NONE = new Content("", 0, 0);

  static Content of(String text) {
    return new Content(text, 0, 0);
  }

  /** Both, texts on lines of their own. */
  Content plus(Content more) {
    String joined =
        text.isEmpty() || more.text.isEmpty() ? text + more.text : text + "\n" + more.text;
    return new Content(joined, images + more.images, videos + more.videos);
  }

  boolean isEmpty() {
    return text.isEmpty() && images + videos == 0;
  }
}
