package io.kvmsdk.domain.shmem;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Memory that domains share with each other and with the host. Since libvirt 1.2.10.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#shared-memory-device">libvirt: Shared memory
 *     device</a>
 */
@Value.Immutable
@ValueStyle
public interface Shmem extends Device, WithShmem {

  /** How it is read and written. */
  XmlMapping<Shmem> XML = new ShmemXml();

  /** Memory without interrupts, which goes by that name on the host. */
  static Shmem ivshmemPlain(String name, ByteSize size) {
    return builder().name(name).model(ShmemModel.IVSHMEM_PLAIN).size(size).build();
  }

  /**
   * Memory with interrupts, from an ivshmem server.
   *
   * @param path the absolute path of the server's unix socket
   */
  static Shmem ivshmemDoorbell(String name, String path) {
    return builder()
        .name(name)
        .model(ShmemModel.IVSHMEM_DOORBELL)
        .server(ShmemServer.at(path))
        .build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <shmem>} says, keeping what has no name here. */
  static Shmem fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <shmem>} says. */
  static Shmem fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** The name of the memory, the same in all that share it; without a slash. */
  String name();

  /**
   * Whether the memory migrates with the domain. Absent means the hypervisor's choice. Since
   * libvirt 6.6.0.
   */
  Optional<ShmemRole> role();

  /** What the guest sees. Absent means {@link ShmemModel#IVSHMEM}. */
  Optional<ShmemModel> model();

  /**
   * How much memory it is, a power of 2 from 1 MiB on. Absent means the hypervisor's choice, or the
   * server's.
   */
  Optional<ByteSize> size();

  /** The server that has the memory and passes on the interrupts. */
  Optional<ShmemServer> server();

  /** The interrupts by which those who share the memory call each other; only with a server. */
  Optional<ShmemMsi> msi();

  /**
   * The number by which ACPI tells the guest of a PCI device, so that its name in the guest is
   * stable.
   */
  Optional<Integer> acpiIndex();

  /**
   * Refuses what is always wrong; building it does it.
   *
   * @throws InvalidDefinitionException if the name is none
   */
  @Value.Check
  default void checkConsistent() {
    if (name().indexOf('/') >= 0 || name().equals(".") || name().equals("..")) {
      throw new InvalidDefinitionException("shmem/@name", name(), "a name without a slash");
    }
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableShmem.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ShmemXml extends XmlMapping<Shmem> {

  ShmemXml() {
    super("shmem");
  }

  @Override
  protected Shmem read(XmlIn in) {
    Shmem.Builder b = Shmem.builder();
    b.name(in.required("name"));
    if (in.attr("role")) b.role(new ShmemRole(in.value()));
    if (in.child("model").attr("type")) b.model(new ShmemModel(in.value()));
    if (in.child("size").sizeText("bytes")) b.size(in.size());
    XmlIn server = in.child("server");
    if (server.present()) b.server(server.read(ShmemServer.XML));
    XmlIn msi = in.child("msi");
    if (msi.present()) b.msi(msi.read(ShmemMsi.XML));
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Shmem value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.attr("role", value.role());
    out.part("model", "type", value.model());
    out.partSize("size", value.size());
    out.write("server", ShmemServer.XML, value.server());
    out.write("msi", ShmemMsi.XML, value.msi());
    out.part("acpi", "index", value.acpiIndex());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
