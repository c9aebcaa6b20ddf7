package io.kvmsdk.domain.boot;

import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The firmware itself: where its code is, and how the machine has it.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#bios-bootloader">libvirt: BIOS bootloader</a>
 */
@Value.Immutable
@ValueStyle
public interface Loader extends WithLoader {

  /** How it is read and written. */
  XmlMapping<Loader> XML = new LoaderXml();

  /** UEFI in read-only flash memory, such as {@code /usr/share/OVMF/OVMF_CODE.fd}. */
  static Loader pflash(String path) {
    return builder().readOnly(true).type(LoaderType.PFLASH).path(path).build();
  }

  /** A BIOS. */
  static Loader rom(String path) {
    return builder().type(LoaderType.ROM).path(path).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether the guest cannot write to the image. Since libvirt 1.2.8. */
  Optional<Boolean> readOnly();

  /**
   * Whether it is one with secure boot; that does not turn secure boot on or off. Since libvirt
   * 2.1.0.
   */
  Optional<Boolean> secure();

  /**
   * Where the machine has it; absent means what the hypervisor takes it for. Since libvirt 1.2.8.
   */
  Optional<LoaderType> type();

  /**
   * Whether there is no {@link NvramStore}, so that what the guest changes in its firmware is gone
   * when it ends. Since libvirt 8.6.0.
   */
  Optional<Boolean> stateless();

  /**
   * The format of the image, raw or qcow2; where libvirt chooses one, it chooses among those of
   * this format. Absent means raw. Since libvirt 9.2.0.
   */
  Optional<DiskFormat> format();

  /** The absolute path of the image on the host. Absent means that libvirt chooses one. */
  Optional<String> path();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableLoader.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class LoaderXml extends XmlMapping<Loader> {

  LoaderXml() {
    super("loader");
  }

  @Override
  protected Loader read(XmlIn in) {
    Loader.Builder b = Loader.builder();
    if (in.yesNo("readonly")) b.readOnly(in.flag());
    if (in.yesNo("secure")) b.secure(in.flag());
    if (in.attr("type")) b.type(new LoaderType(in.value()));
    if (in.yesNo("stateless")) b.stateless(in.flag());
    if (in.attr("format")) b.format(new DiskFormat(in.value()));
    if (in.textIfAny()) b.path(in.value());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(Loader value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.yesNo("readonly", value.readOnly());
    out.yesNo("secure", value.secure());
    out.attr("type", value.type());
    out.yesNo("stateless", value.stateless());
    out.attr("format", value.format());
    out.text(value.path());
    out.end();
  }
}
