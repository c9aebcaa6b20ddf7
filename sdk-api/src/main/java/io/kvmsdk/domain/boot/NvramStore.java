package io.kvmsdk.domain.boot;

import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What UEFI remembers: its variables, among them the boot order and the certificates of secure
 * boot.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#bios-bootloader">libvirt: BIOS bootloader</a>
 */
@Value.Immutable
@ValueStyle
public interface NvramStore extends WithNvramStore {

  /** How it is read and written. */
  XmlMapping<NvramStore> XML = new NvramStoreXml();

  /** A file that libvirt makes, at a place of its choice, as a copy of that one. */
  static NvramStore fromTemplate(String template) {
    return builder().template(template).build();
  }

  /** A file, by its absolute path; libvirt makes it if it is not there. */
  static NvramStore file(String path) {
    return builder().path(path).build();
  }

  /** A file, a block device or an image on a server. Since libvirt 8.5.0. */
  static NvramStore of(DiskSource source) {
    return builder().source(source).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * The path of what a new one is a copy of; absent means what belongs to the firmware. Nothing is
   * copied to a server.
   */
  Optional<String> template();

  /** The format of the template, raw or qcow2. Since libvirt 10.10.0. */
  Optional<DiskFormat> templateFormat();

  /** The format of the store, raw or qcow2; absent means raw. Since libvirt 9.2.0. */
  Optional<DiskFormat> format();

  /** The absolute path of the file; absent means that libvirt chooses one, or {@link #source}. */
  Optional<String> path();

  /** Where it is if not in the file of that {@link #path}. Since libvirt 8.5.0. */
  Optional<DiskSource> source();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNvramStore.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NvramStoreXml extends XmlMapping<NvramStore> {

  NvramStoreXml() {
    super("nvram");
  }

  @Override
  protected NvramStore read(XmlIn in) {
    NvramStore.Builder b = NvramStore.builder();
    if (in.attr("template")) b.template(in.value());
    if (in.attr("templateFormat")) b.templateFormat(new DiskFormat(in.value()));
    if (in.attr("format")) b.format(new DiskFormat(in.value()));
    if (in.textIfAny()) b.path(in.value());
    if (in.attr("type") || in.child("source").present()) b.source(in.read(DiskSource.XML));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(NvramStore value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("template", value.template());
    out.attr("templateFormat", value.templateFormat());
    out.attr("type", value.source().map(DiskSource::type));
    out.attr("format", value.format());
    out.text(value.path());
    value.source().ifPresent(source -> out.write(DiskSource.XML, source));
    out.end();
  }
}
