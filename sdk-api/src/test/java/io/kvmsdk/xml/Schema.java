package io.kvmsdk.xml;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Validates documents against libvirt's RELAX NG schemas. For one thread. */
public final class Schema {

  private static final Map<Path, Schema> LOADED = new ConcurrentHashMap<>();

  private final List<String> errors = new ArrayList<>();
  private final ValidationDriver driver;

  private Schema(Path schema) {
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new Collector(errors));
    driver = new ValidationDriver(properties.toPropertyMap());
    try {
      if (!driver.loadSchema(new InputSource(schema.toUri().toString()))) {
        throw new AssertionError(schema + " cannot be read: " + errors);
      }
    } catch (IOException | SAXException e) {
      throw new AssertionError(e);
    }
  }

  /** What is wrong with the document, a line each. */
  public static List<String> errors(Path schema, String xml) {
    return LOADED.computeIfAbsent(schema, Schema::new).errors(xml);
  }

  private List<String> errors(String xml) {
    errors.clear();
    try {
      driver.validate(new InputSource(new StringReader(xml)));
    } catch (IOException | SAXException e) {
      throw new AssertionError(e);
    }
    return List.copyOf(errors);
  }

  private record Collector(List<String> errors) implements ErrorHandler {

    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) {
      errors.add("line " + e.getLineNumber() + ": " + e.getMessage());
    }

    @Override
    public void fatalError(SAXParseException e) {
      error(e);
    }
  }
}
