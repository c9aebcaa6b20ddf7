package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A pair of terminals of a FreeBSD host with a null modem cable between them. Since libvirt 1.2.4.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#nmdm-device">libvirt: Nmdm device</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface NmdmCharSource extends CharSource, WithNmdmCharSource
    permits ImmutableNmdmCharSource {

  /** How it is read and written. */
  XmlMapping<NmdmCharSource> XML = new NmdmCharSourceXml();

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
    return "nmdm";
  }

  /** The absolute path of the one that the hypervisor has, such as {@code /dev/nmdm0A}. */
  Optional<String> master();

  /** The absolute path of the one that a client opens, such as {@code /dev/nmdm0B}. */
  Optional<String> slave();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNmdmCharSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NmdmCharSourceXml extends XmlMapping<NmdmCharSource> {

  NmdmCharSourceXml() {
    super("source");
  }

  @Override
  protected NmdmCharSource read(XmlIn in) {
    NmdmCharSource.Builder b = NmdmCharSource.builder();
    if (in.attr("master")) b.master(in.value());
    if (in.attr("slave")) b.slave(in.value());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(NmdmCharSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("master", value.master());
    out.attr("slave", value.slave());
    out.end();
  }
}
