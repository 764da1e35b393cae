package dev.timbre.provider.client.dialect;

/**
 * How an upload is written and answered.
 *
 * @param filePart name of the part with the bytes
 * @param purposePart name of the part with the purpose
 * @param filePointer JSON pointer (RFC 6901) to the object that describes the file in the answer;
 *     empty text for the whole answer
 */
public record UploadForm(String filePart, String purposePart, String filePointer) {

  /** The official form. */
  public static final UploadForm OFFICIAL = new UploadForm("file", "purpose", "/file");
}
