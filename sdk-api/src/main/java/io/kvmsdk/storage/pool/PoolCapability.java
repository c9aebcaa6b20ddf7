package io.kvmsdk.storage.pool;

import io.kvmsdk.host.ValueList;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a libvirt says of one kind of pool.
 *
 * @see <a href="https://libvirt.org/formatstoragecaps.html#element-and-attribute-overview">libvirt:
 *     Storage pool capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface PoolCapability extends WithPoolCapability {

  /** How it is read and written. */
  XmlMapping<PoolCapability> XML = new PoolCapabilityXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The kind. */
  StoragePoolType type();

  /** Whether it can be had. */
  boolean supported();

  /** The format of a pool's source that is usual. */
  Optional<PoolFormat> defaultFormat();

  /** What can be chosen for a pool, such as the formats of its source. */
  List<ValueList> options();

  /** The format of a volume that is usual. */
  Optional<String> defaultVolumeFormat();

  /** What can be chosen for a volume, such as its format. */
  List<ValueList> volumeOptions();

  /** The values that can be chosen for a pool's source by that name; none if nothing is said. */
  default List<String> values(String option) {
    return ValueList.find(options(), option);
  }

  /** The values that can be chosen for a volume by that name; none if nothing is said. */
  default List<String> volumeValues(String option) {
    return ValueList.find(volumeOptions(), option);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePoolCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PoolCapabilityXml extends XmlMapping<PoolCapability> {

  PoolCapabilityXml() {
    super("pool");
  }

  @Override
  protected PoolCapability read(XmlIn in) {
    PoolCapability.Builder b = PoolCapability.builder();
    b.type(new StoragePoolType(in.required("type")));
    if (!in.yesNo("supported")) throw in.missing("@supported");
    b.supported(in.flag());
    XmlIn poolOptions = in.child("poolOptions");
    if (poolOptions.child("defaultFormat").attr("type"))
      b.defaultFormat(new PoolFormat(in.value()));
    for (XmlIn poolOptionsEnum : poolOptions.children("enum"))
      b.addOption(poolOptionsEnum.read(ValueList.XML));
    XmlIn volOptions = in.child("volOptions");
    if (volOptions.child("defaultFormat").attr("type")) b.defaultVolumeFormat(in.value());
    for (XmlIn volOptionsEnum : volOptions.children("enum"))
      b.addVolumeOption(volOptionsEnum.read(ValueList.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PoolCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type().toString());
    out.yesNo("supported", Optional.of(value.supported()));
    out.beginPart("poolOptions");
    out.part("defaultFormat", "type", value.defaultFormat());
    out.writeAll("enum", ValueList.XML, value.options());
    out.end();
    out.beginPart("volOptions");
    out.part("defaultFormat", "type", value.defaultVolumeFormat());
    out.writeAll("enum", ValueList.XML, value.volumeOptions());
    out.end();
    out.end();
  }
}
