package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * On which CPUs of the host an I/O thread runs. Since libvirt 1.2.9.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-tuning">libvirt: CPU Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface IoThreadPin extends WithIoThreadPin {

  /** How it is read and written. */
  XmlMapping<IoThreadPin> XML = new IoThreadPinXml();

  /** That I/O thread on any of these CPUs of the host. */
  static IoThreadPin of(int ioThread, CpuSet cpus) {
    return builder().ioThread(ioThread).cpus(cpus).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The number of the I/O thread, from 1. */
  int ioThread();

  /** The CPUs of the host. */
  CpuSet cpus();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableIoThreadPin.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class IoThreadPinXml extends XmlMapping<IoThreadPin> {

  IoThreadPinXml() {
    super("iothreadpin");
  }

  @Override
  protected IoThreadPin read(XmlIn in) {
    IoThreadPin.Builder b = IoThreadPin.builder();
    if (!in.intAttr("iothread")) throw in.missing("@iothread");
    b.ioThread(in.intValue());
    if (!in.attr("cpuset")) throw in.missing("@cpuset");
    b.cpus(in.cpuSet());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(IoThreadPin value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("iothread", value.ioThread());
    out.attr("cpuset", value.cpus().toString());
    out.end();
  }
}
