package io.kvmsdk.storage.pool;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What kinds of pools a libvirt can have. Since libvirt 5.2.0.
 *
 * @see <a href="https://libvirt.org/formatstoragecaps.html#element-and-attribute-overview">libvirt:
 *     Storage pool capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface StoragePoolCapabilities extends Document, WithStoragePoolCapabilities {

  /** How it is read and written. */
  XmlMapping<StoragePoolCapabilities> XML = new StoragePoolCapabilitiesXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <storagepoolCapabilities>} says, keeping what has no name here. */
  static StoragePoolCapabilities fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <storagepoolCapabilities>} says. */
  static StoragePoolCapabilities fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** The kinds of pools that it knows. */
  List<PoolCapability> pools();

  /** What is said of one kind. */
  default Optional<PoolCapability> pool(StoragePoolType type) {
    return pools().stream().filter(pool -> pool.type().equals(type)).findFirst();
  }

  /** Whether one kind can be had. */
  default boolean supports(StoragePoolType type) {
    return pool(type).map(PoolCapability::supported).orElse(false);
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableStoragePoolCapabilities.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class StoragePoolCapabilitiesXml extends XmlMapping<StoragePoolCapabilities> {

  StoragePoolCapabilitiesXml() {
    super("storagepoolCapabilities");
  }

  @Override
  protected StoragePoolCapabilities read(XmlIn in) {
    StoragePoolCapabilities.Builder b = StoragePoolCapabilities.builder();
    for (XmlIn pool : in.children("pool")) b.addPool(pool.read(PoolCapability.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(StoragePoolCapabilities value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.writeAll("pool", PoolCapability.XML, value.pools());
    out.end();
  }
}
