package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.domain.device.MouseMode;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * QEMU itself, as the host's end of the SPICE agent in the guest: clipboard and mouse without
 * SPICE, such as with VNC. Since libvirt 8.4.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#channel">libvirt: Channel</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VdagentCharSource extends CharSource, WithVdagentCharSource
    permits ImmutableVdagentCharSource {

  /** How it is read and written. */
  XmlMapping<VdagentCharSource> XML = new VdagentCharSourceXml();

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
    return "qemu-vdagent";
  }

  /** Whether guest and client share the clipboard. Absent means no. */
  Optional<Boolean> copyPaste();

  /** Which side moves the pointer. Absent means QEMU's choice, the client. */
  Optional<MouseMode> mouseMode();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVdagentCharSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VdagentCharSourceXml extends XmlMapping<VdagentCharSource> {

  VdagentCharSourceXml() {
    super("source");
  }

  @Override
  protected VdagentCharSource read(XmlIn in) {
    VdagentCharSource.Builder b = VdagentCharSource.builder();
    if (in.child("clipboard").yesNo("copypaste")) b.copyPaste(in.flag());
    if (in.child("mouse").attr("mode")) b.mouseMode(new MouseMode(in.value()));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(VdagentCharSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.beginPart("clipboard");
    out.yesNo("copypaste", value.copyPaste());
    out.end();
    out.part("mouse", "mode", value.mouseMode());
    out.end();
  }
}
