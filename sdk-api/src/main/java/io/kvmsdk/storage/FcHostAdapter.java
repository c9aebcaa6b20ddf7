package io.kvmsdk.storage;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A virtual Fibre Channel adapter (NPIV), which libvirt makes if it is not there. Since libvirt
 * 1.0.5.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#source-elements">libvirt: Source
 *     elements</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface FcHostAdapter extends HostAdapter, WithFcHostAdapter
    permits ImmutableFcHostAdapter {

  /** How it is read and written. */
  XmlMapping<FcHostAdapter> XML = new FcHostAdapterXml();

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
    return "fc_host";
  }

  /** The name of the adapter that it is made on. Absent means that libvirt finds one. */
  Optional<String> parent();

  /**
   * Whether libvirt removes it when the pool is stopped. Absent means no, unless libvirt made it.
   * Since libvirt 1.2.11.
   */
  Optional<Boolean> managed();

  /**
   * The node name of the adapter that it is made on; with {@link #parentWwpn}. Since libvirt 3.0.0.
   */
  Optional<String> parentWwnn();

  /** The port name of the adapter that it is made on. Since libvirt 3.0.0. */
  Optional<String> parentWwpn();

  /** The fabric on which an adapter is looked for. Since libvirt 3.0.0. */
  Optional<String> parentFabricWwn();

  /** Its world wide node name, 16 hexadecimal digits. */
  String wwnn();

  /** Its world wide port name, 16 hexadecimal digits. */
  String wwpn();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFcHostAdapter.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FcHostAdapterXml extends XmlMapping<FcHostAdapter> {

  FcHostAdapterXml() {
    super("adapter");
  }

  @Override
  protected FcHostAdapter read(XmlIn in) {
    FcHostAdapter.Builder b = FcHostAdapter.builder();
    if (in.attr("parent")) b.parent(in.value());
    if (in.yesNo("managed")) b.managed(in.flag());
    if (in.attr("parent_wwnn")) b.parentWwnn(in.value());
    if (in.attr("parent_wwpn")) b.parentWwpn(in.value());
    if (in.attr("parent_fabric_wwn")) b.parentFabricWwn(in.value());
    b.wwnn(in.required("wwnn"));
    b.wwpn(in.required("wwpn"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(FcHostAdapter value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("parent", value.parent());
    out.yesNo("managed", value.managed());
    out.attr("parent_wwnn", value.parentWwnn());
    out.attr("parent_wwpn", value.parentWwpn());
    out.attr("parent_fabric_wwn", value.parentFabricWwn());
    out.attr("wwnn", value.wwnn());
    out.attr("wwpn", value.wwpn());
    out.end();
  }
}
