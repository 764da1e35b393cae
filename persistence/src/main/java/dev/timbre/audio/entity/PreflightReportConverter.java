package dev.timbre.audio.entity;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a preflight report as JSON: it is read as a whole and never searched. */
@Converter
public class PreflightReportConverter implements AttributeConverter<PreflightReport, String> {

  private static final Jsonb JSON = JsonbBuilder.create();

  @Override
  public String convertToDatabaseColumn(PreflightReport report) {
    return report == null ? null : JSON.toJson(report);
  }

  @Override
  public PreflightReport convertToEntityAttribute(String json) {
    return json == null ? null : JSON.fromJson(json, PreflightReport.class);
  }
}
