package io.kvmsdk.domain.platform;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A lease of a lock manager that the domain has to hold while it runs.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#device-leases">libvirt: Device leases</a>
 */
@Value.Immutable
@ValueStyle
public interface Lease extends Document, WithLease {

  /** How it is read and written. */
  XmlMapping<Lease> XML = new LeaseXml();

  /** The lease of that key, in a file. */
  static Lease of(String lockspace, String key, String path) {
    return builder().lockspace(lockspace).key(key).path(path).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <lease>} says, keeping what has no name here. */
  static Lease fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <lease>} says. */
  static Lease fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <lease>}. */
  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** The name of the lockspace in which the key is. */
  String lockspace();

  /** The name of the lease. */
  String key();

  /** The absolute path of the file of the lockspace. */
  String path();

  /** Where in the file the lease is, in bytes. Absent means 0. */
  Optional<Long> offset();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableLease.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class LeaseXml extends XmlMapping<Lease> {

  LeaseXml() {
    super("lease");
  }

  @Override
  protected Lease read(XmlIn in) {
    Lease.Builder b = Lease.builder();
    XmlIn lockspace = in.child("lockspace");
    if (!lockspace.text()) throw lockspace.unreadable("a text");
    b.lockspace(in.value());
    XmlIn key = in.child("key");
    if (!key.text()) throw key.unreadable("a text");
    b.key(in.value());
    XmlIn target = in.child("target");
    b.path(target.required("path"));
    if (target.longAttr("offset")) b.offset(in.longValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Lease value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("lockspace", value.lockspace());
    out.partText("key", value.key());
    out.beginPart("target");
    out.attr("path", value.path());
    out.attr("offset", value.offset());
    out.end();
    out.end();
  }
}
