package io.kvmsdk.host.topology;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A cache of a host's CPUs.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#host-capabilities">libvirt: Host
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface CacheBank extends WithCacheBank {

  /** How it is read and written. */
  XmlMapping<CacheBank> XML = new CacheBankXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Its number among those of its level. */
  int id();

  /** Its level, such as 3 for the last one of most machines. */
  int level();

  /** What it holds. */
  CacheType type();

  /** How much it holds. */
  ByteSize size();

  /** The CPUs that share it. */
  CpuSet cpus();

  /** How parts of it can be kept for domains; empty where the host cannot do that. */
  List<CacheControl> controls();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCacheBank.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CacheBankXml extends XmlMapping<CacheBank> {

  CacheBankXml() {
    super("bank");
  }

  @Override
  protected CacheBank read(XmlIn in) {
    CacheBank.Builder b = CacheBank.builder();
    if (!in.intAttr("id")) throw in.missing("@id");
    b.id(in.intValue());
    if (!in.intAttr("level")) throw in.missing("@level");
    b.level(in.intValue());
    b.type(new CacheType(in.required("type")));
    if (!in.sizeAttr("size", "B")) throw in.missing("@size");
    b.size(in.size());
    if (!in.attr("cpus")) throw in.missing("@cpus");
    b.cpus(in.cpuSet());
    for (XmlIn control : in.children("control")) b.addControl(control.read(CacheControl.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CacheBank value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("id", value.id());
    out.attr("level", value.level());
    out.attr("type", value.type().toString());
    out.sizeAttr("size", Optional.of(value.size()));
    out.attr("cpus", value.cpus().toString());
    out.writeAll("control", CacheControl.XML, value.controls());
    out.end();
  }
}
