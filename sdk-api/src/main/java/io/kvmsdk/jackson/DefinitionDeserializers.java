package io.kvmsdk.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import io.kvmsdk.domain.device.Device;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Documents;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlMapping;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a value of the model from its document. */
final class DefinitionDeserializers extends Deserializers.Base {

  @Override
  public @Nullable JsonDeserializer<?> findBeanDeserializer(
      JavaType type, DeserializationConfig config, BeanDescription description) {
    Class<?> raw = type.getRawClass();
    XmlMapping<Object> mapping = Mappings.of(raw);
    boolean any = raw == Document.class || raw == Device.class;
    return mapping == null && !any ? null : new FromDocument(raw, mapping);
  }

  private static final class FromDocument extends StdDeserializer<Object> {

    private static final long serialVersionUID = 1;

    private final transient @Nullable XmlMapping<Object> mapping;

    FromDocument(Class<?> type, @Nullable XmlMapping<Object> mapping) {
      super(type);
      this.mapping = mapping;
    }

    @Override
    public @Nullable Object deserialize(JsonParser from, DeserializationContext context)
        throws IOException {
      String xml = _parseString(from, context, this);
      if (xml.isEmpty()) {
        // So XML says that there is none.
        return getNullValue(context);
      }
      try {
        if (mapping != null) {
          return mapping.parse(xml, Strictness.LENIENT);
        }
        return handledType() == Device.class
            ? Documents.parseIn("devices", xml, Strictness.LENIENT)
            : Documents.parse(xml);
      } catch (InvalidDefinitionException e) {
        throw JsonMappingException.from(from, e.getMessage(), e);
      }
    }

    @Override
    public @Nullable Object deserializeWithType(
        JsonParser from, DeserializationContext context, TypeDeserializer type) throws IOException {
      return deserialize(from, context);
    }
  }
}
