package io.kvmsdk.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.kvmsdk.xml.XmlMapping;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes a value of the model as its document. */
final class DefinitionSerializers extends Serializers.Base {

  @Override
  public @Nullable JsonSerializer<?> findSerializer(
      SerializationConfig config, JavaType type, BeanDescription description) {
    XmlMapping<Object> mapping = Mappings.of(type.getRawClass());
    return mapping == null ? null : new AsDocument(mapping);
  }

  private static final class AsDocument extends StdSerializer<Object> {

    private static final long serialVersionUID = 1;

    private final transient XmlMapping<Object> mapping;

    AsDocument(XmlMapping<Object> mapping) {
      super(Object.class);
      this.mapping = mapping;
    }

    @Override
    public void serialize(Object value, JsonGenerator to, SerializerProvider provider)
        throws IOException {
      to.writeString(mapping.format(value));
    }

    @Override
    public void serializeWithType(
        Object value, JsonGenerator to, SerializerProvider provider, TypeSerializer type)
        throws IOException {
      serialize(value, to, provider);
    }
  }
}
