package io.kvmsdk.storage;

import io.kvmsdk.domain.device.HostPciAddress;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A SCSI adapter of the host, by its name or, so that it is found after a boot, by its place.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#source-elements">libvirt: Source
 *     elements</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface ScsiHostAdapter extends HostAdapter, WithScsiHostAdapter
    permits ImmutableScsiHostAdapter {

  /** How it is read and written. */
  XmlMapping<ScsiHostAdapter> XML = new ScsiHostAdapterXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  @Override
  default String type() {
    return "scsi_host";
  }

  /** Its name, such as {@code scsi_host1}. */
  Optional<String> name();

  /**
   * Its number among those at the same place, from {@code unique_id} in sysfs. Since libvirt 1.2.7.
   */
  Optional<Integer> uniqueId();

  /** Its place on the host. Since libvirt 1.2.7. */
  Optional<HostPciAddress> address();

  /**
   * Refuses one that is not to be found; building and changing it does it.
   *
   * @throws InvalidDefinitionException if it has neither name nor place, or both
   */
  @Value.Check
  default void checkConsistent() {
    if (name().isPresent() == address().isPresent()) {
      throw new InvalidDefinitionException(
          "adapter/@name", name().orElse("absent"), "a name, or a place in parentaddr");
    }
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableScsiHostAdapter.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ScsiHostAdapterXml extends XmlMapping<ScsiHostAdapter> {

  ScsiHostAdapterXml() {
    super("adapter");
  }

  @Override
  protected ScsiHostAdapter read(XmlIn in) {
    ScsiHostAdapter.Builder b = ScsiHostAdapter.builder();
    if (in.attr("name")) b.name(in.value());
    XmlIn parentaddr = in.child("parentaddr");
    if (parentaddr.intAttr("unique_id")) b.uniqueId(in.intValue());
    XmlIn parentaddrAddress = parentaddr.child("address");
    if (parentaddrAddress.present()) b.address(parentaddrAddress.read(HostPciAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ScsiHostAdapter value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("name", value.name());
    out.beginPart("parentaddr");
    out.attr("unique_id", value.uniqueId());
    out.write("address", HostPciAddress.XML, value.address());
    out.end();
    out.end();
  }
}
