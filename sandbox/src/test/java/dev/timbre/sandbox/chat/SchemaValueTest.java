package dev.timbre.sandbox.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.timbre.sandbox.model.Json;
import dev.timbre.sandbox.model.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaValueTest {
  private static final SchemaRegistry VALIDATOR =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static JsonNode make(String schema, String said) {
    return SchemaValue.of(json(schema), new Hints(said));
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void assertValid(String schema, String said) {
    JsonNode value = make(schema, said);
    assertThat(
            VALIDATOR
                .getSchema(json(schema))
                .validate(
                    json(value.toString()),
                    context -> context.executionConfig(c -> c.formatAssertionsEnabled(true))))
        .as("%s for %s", value, schema)
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'type':'string','minLength':40,'maxLength':41}",
        "{'type':'string','maxLength':2}",
        "{'type':'string','maxLength':0}",
        "{'type':'string','pattern':'^[A-Z]{3}-\\\\d{4}$'}",
        "{'type':'string','pattern':'^(red|green)-[a-f0-9]+$','maxLength':12}",
        "{'type':'string','format':'date-time'}",
        "{'type':'string','format':'date'}",
        "{'type':'string','format':'time'}",
        "{'type':'string','format':'email'}",
        "{'type':'string','format':'uuid'}",
        "{'type':'string','format':'uri'}",
        "{'type':'string','format':'ipv4'}",
        "{'type':'string','format':'ipv6'}",
        "{'type':'string','format':'hostname'}",
        "{'type':'string','format':'duration'}",
        "{'type':'string','enum':['celsius','fahrenheit']}",
        "{'enum':[null,3,'x']}",
        "{'const':{'a':[1]}}",
        "{'type':'integer','minimum':5,'maximum':7}",
        "{'type':'integer','exclusiveMinimum':5,'exclusiveMaximum':7}",
        "{'type':'integer','minimum':-9,'maximum':-3,'multipleOf':4}",
        "{'type':'integer','maximum':-100}",
        "{'type':'integer','minimum':1000000000000}",
        "{'type':'number','exclusiveMinimum':0,'exclusiveMaximum':0.25}",
        "{'type':'number','multipleOf':0.1,'minimum':2.25}",
        "{'type':'boolean'}",
        "{'type':'null'}",
        "{'type':['null','integer']}",
        "{'type':'array','items':{'type':'integer'},'minItems':3,'maxItems':4}",
        "{'type':'array','items':{'type':'integer'},'minItems':4,'uniqueItems':true}",
        "{'type':'array','items':{'enum':['a','b','c']},'minItems':3,'uniqueItems':true}",
        "{'type':'array','items':{'type':'string','format':'date'},'minItems':3,'uniqueItems':true}",
        "{'type':'array','items':{'type':'string'},'maxItems':0}",
        "{'type':'array','prefixItems':[{'type':'string'},{'type':'boolean'}],'items':false}",
        "{'type':'object','additionalProperties':false}",
        "{'type':'object','required':['a'],'additionalProperties':{'type':'integer'}}",
        "{'type':'object','minProperties':2,'additionalProperties':{'type':'string'}}",
        "{'type':'object','properties':{'a':{},'b':{},'c':{}},'required':['c'],'maxProperties':2}",
        "{'type':'object','properties':{'a':false,'b':true},'required':['b']}",
        "{'allOf':[{'type':'integer','minimum':3},{'maximum':4},{'minimum':4}]}",
        "{'allOf':[{'properties':{'a':{'type':'string','minLength':3}},'required':['a']},"
            + "{'type':'object','properties':{'a':{'maxLength':3},'b':{'type':'integer'}},"
            + "'required':['b']}]}",
        "{'anyOf':[{'type':'string','minLength':9,'maxLength':3},{'type':'integer'}]}",
        "{'oneOf':[{'type':'object','properties':{'kind':{'const':'a'}},'required':['kind']},"
            + "{'type':'object','properties':{'kind':{'const':'b'}},'required':['kind']}]}",
        "{'type':'object','properties':{'x':{'type':'integer'}},"
            + "'anyOf':[{'required':['x']},{'required':['y']}]}",
        "{'$ref':'#/$defs/p','$defs':{'p':{'type':'object','properties':{'n':{'$ref':'#/$defs/n'}},"
            + "'required':['n']},'n':{'type':'integer','minimum':2}}}",
        "{'$ref':'#/$defs/tree','$defs':{'tree':{'type':'object','required':['value','left','right'],"
            + "'properties':{'value':{'type':'integer'},"
            + "'left':{'anyOf':[{'$ref':'#/$defs/tree'},{'type':'null'}]},"
            + "'right':{'anyOf':[{'$ref':'#/$defs/tree'},{'type':'null'}]}}}}}",
        "{'type':'object','properties':{'children':{'type':'array','items':{'$ref':'#'}}},"
            + "'required':['children'],'additionalProperties':false}"
      })
  void value_satisfiesItsSchema(String schema) {
    String real = schema.replace('\'', '"');
    assertValid(real, "");
    assertValid(real, "Book \"Room 7\" in Paris from 2026-03-01, 12.5 or -40 people, celsius a b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"allOf\":[{\"properties\":5},{\"properties\":{}},{\"required\":\"x\"},{\"required\":[1]}]}",
        "{\"allOf\":[{\"allOf\":3},{\"allOf\":[]},{\"enum\":1},{\"items\":[]}]}",
        "{\"type\":7,\"minLength\":\"a\",\"anyOf\":{},\"pattern\":3}",
        "{\"type\":\"array\",\"items\":[{\"type\":\"integer\"}],\"minItems\":\"x\"}"
      })
  void malformedRules_areOverlooked(String schema) {
    assertThat(make(schema, "")).isNotNull();
  }

  @Test
  void person_isReadFromTheMessage() {
    JsonNode person =
        make(
            "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},"
                + "\"age\":{\"type\":\"integer\"},\"unit\":{\"enum\":[\"metre\",\"yard\"]}}}",
            "Please note: Anna Berg is 31 years old and measures in yard.");
    assertThat(person.toString())
        .isEqualTo("{\"name\":\"Anna Berg\",\"age\":31,\"unit\":\"yard\"}");
  }

  @Test
  void namedValues_goToTheirFields() {
    JsonNode trip =
        make(
            "{\"type\":\"object\",\"properties\":{\"to\":{\"type\":\"string\"},"
                + "\"from\":{\"type\":\"string\"},\"max_price\":{\"type\":\"number\"}}}",
            "I go from Bern to Rome, max price: 99.5");
    assertThat(trip.toString()).isEqualTo("{\"to\":\"Rome\",\"from\":\"Bern\",\"max_price\":99.5}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "false",
        "{\"enum\":[]}",
        "{\"type\":\"integer\",\"minimum\":3,\"maximum\":2}",
        "{\"type\":\"string\",\"minLength\":3,\"maxLength\":2}",
        "{\"type\":\"string\",\"minLength\":2000000000}",
        "{\"type\":\"string\",\"pattern\":\"(\"}",
        "{\"type\":\"array\",\"minItems\":2000000000}",
        "{\"type\":\"array\",\"items\":{\"type\":\"boolean\"},\"minItems\":3,\"uniqueItems\":true}",
        "{\"type\":\"string\",\"pattern\":\"^[a-z]{200000}$\"}",
        "{\"type\":\"integer\",\"minimum\":1e99999999}",
        "{\"type\":\"number\",\"multipleOf\":1e-99999999}",
        "{\"$ref\":\"#/$defs/gone\"}",
        "{\"$ref\":\"https://example.com/schema\"}",
        "{\"$ref\":\"#\"}",
        "{\"allOf\":[{\"$ref\":\"#\"}]}",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#\"}},\"required\":[\"a\"]}",
        "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#\"},\"b\":{\"$ref\":\"#\"}},"
            + "\"anyOf\":[{\"required\":[\"a\"]},{\"required\":[\"b\"]}]}",
        "{\"type\":\"array\",\"minItems\":1000,\"items\":{\"type\":\"array\",\"minItems\":1000}}"
      })
  void impossibleSchema_isRefused(String schema) {
    assertThatThrownBy(() -> make(schema, ""))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(2013))
        .hasMessageContaining("JSON schema");
  }
}
