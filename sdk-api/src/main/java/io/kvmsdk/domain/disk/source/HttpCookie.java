package io.kvmsdk.domain.disk.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A cookie that is sent to an HTTP server. Since libvirt 6.2.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public interface HttpCookie extends WithHttpCookie {

  /** How it is read and written. */
  XmlMapping<HttpCookie> XML = new HttpCookieXml();

  /** A cookie. */
  static HttpCookie of(String name, String value) {
    return builder().name(name).value(value).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Its name. */
  String name();

  /** Its value. libvirt shows it only to those who may see secrets. */
  @Value.Redacted
  String value();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHttpCookie.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HttpCookieXml extends XmlMapping<HttpCookie> {

  HttpCookieXml() {
    super("cookie");
  }

  @Override
  protected HttpCookie read(XmlIn in) {
    HttpCookie.Builder b = HttpCookie.builder();
    b.name(in.required("name"));
    if (!in.text()) throw in.unreadable("a text");
    b.value(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HttpCookie value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.text(value.value());
    out.end();
  }
}
