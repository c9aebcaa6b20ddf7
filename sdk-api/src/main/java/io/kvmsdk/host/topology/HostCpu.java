package io.kvmsdk.host.topology;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One logical CPU of a host, and where in the machine it is. Two CPUs are threads of one core if
 * socket, die, cluster and core are the same.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#host-capabilities">libvirt: Host
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface HostCpu extends WithHostCpu {

  /** How it is read and written. */
  XmlMapping<HostCpu> XML = new HostCpuXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Its number, by which vCPUs are pinned to it. */
  int id();

  /** The socket that it is in. Absent for a CPU that is offline. */
  Optional<Integer> socketId();

  /** The die of its socket. */
  Optional<Integer> dieId();

  /** The cluster of its die. */
  Optional<Integer> clusterId();

  /** The core of its cluster. */
  Optional<Integer> coreId();

  /** The CPUs that are threads of the same core, itself among them. */
  Optional<CpuSet> siblings();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostCpu.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HostCpuXml extends XmlMapping<HostCpu> {

  HostCpuXml() {
    super("cpu");
  }

  @Override
  protected HostCpu read(XmlIn in) {
    HostCpu.Builder b = HostCpu.builder();
    if (!in.intAttr("id")) throw in.missing("@id");
    b.id(in.intValue());
    if (in.intAttr("socket_id")) b.socketId(in.intValue());
    if (in.intAttr("die_id")) b.dieId(in.intValue());
    if (in.intAttr("cluster_id")) b.clusterId(in.intValue());
    if (in.intAttr("core_id")) b.coreId(in.intValue());
    if (in.attr("siblings")) b.siblings(in.cpuSet());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HostCpu value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("id", value.id());
    out.attr("socket_id", value.socketId());
    out.attr("die_id", value.dieId());
    out.attr("cluster_id", value.clusterId());
    out.attr("core_id", value.coreId());
    out.attr("siblings", value.siblings());
    out.end();
  }
}
