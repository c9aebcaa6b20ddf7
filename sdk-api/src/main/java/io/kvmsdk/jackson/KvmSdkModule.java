package io.kvmsdk.jackson;

import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * Lets a service put definitions, and all else that has an XML document, into its own Jackson
 * documents: JSON, YAML, XML or another format.
 *
 * <pre>{@code
 * record Order(String customer, DomainDefinition machine) {}
 *
 * ObjectMapper json = JsonMapper.builder().addModule(new KvmSdkModule()).build();
 * Order order = json.readValue(json.writeValueAsString(placed), Order.class);
 * }</pre>
 *
 * <p>A definition is written as one text, its libvirt document as {@code toXml()} gives it: the
 * same in each format, and nothing of it is lost. It is read as {@code fromXml(String)} reads it,
 * into the type of the property: a definition, a device, a fragment such as {@code IoTune}; a
 * property of type {@link io.kvmsdk.xml.Document} or {@link io.kvmsdk.domain.device.Device} takes
 * any of them. An empty text is null, as XML writes it. What cannot be read is a {@link
 * com.fasterxml.jackson.databind.JsonMappingException} whose cause is the {@link
 * io.kvmsdk.error.InvalidDefinitionException}. Passwords that a definition holds are in what is
 * written.
 *
 * <p>Jackson 2.12 or later. {@code findAndRegisterModules()} finds it too. Thread-safe.
 */
public final class KvmSdkModule extends SimpleModule {

  private static final long serialVersionUID = 1;

  /** A module to register with a mapper. */
  public KvmSdkModule() {
    super("kvmsdk");
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addSerializers(new DefinitionSerializers());
    context.addDeserializers(new DefinitionDeserializers());
  }
}
