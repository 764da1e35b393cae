package dev.timbre.platform.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.util.UUID;

/** Reads ids from addresses and lists. Faces brings such a converter only from 4.1 on. */
@FacesConverter(forClass = UUID.class)
public class IdConverter implements Converter<UUID> {

  private static final String TEXT = "jakarta.faces.converter.UUIDConverter.UUID";

  @Override
  public UUID getAsObject(FacesContext faces, UIComponent component, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(text.strip());
    } catch (IllegalArgumentException e) {
      String sentence =
          faces
              .getApplication()
              .evaluateExpressionGet(faces, "#{validation['" + TEXT + "']}", String.class);
      throw new ConverterException(
          new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence), e);
    }
  }

  @Override
  public String getAsString(FacesContext faces, UIComponent component, UUID id) {
    return id == null ? "" : id.toString();
  }
}
