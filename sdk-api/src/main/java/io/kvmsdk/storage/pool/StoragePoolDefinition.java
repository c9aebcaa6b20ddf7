package io.kvmsdk.storage.pool;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.storage.StoragePermissions;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A storage pool: where volumes come from.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#storage-pool-general-metadata">libvirt:
 *     Storage pool general metadata</a>
 */
@Value.Immutable
@ValueStyle
public interface StoragePoolDefinition extends Document, WithStoragePoolDefinition {

  /** How it is read and written. */
  XmlMapping<StoragePoolDefinition> XML = new StoragePoolDefinitionXml();

  /** A directory of image files. */
  static StoragePoolDefinition directory(String name, String path) {
    return builder().type(StoragePoolType.DIR).name(name).targetPath(path).build();
  }

  /** A file system on a device of the host, mounted at a path. */
  static StoragePoolDefinition fileSystem(String name, String device, String path) {
    return builder()
        .type(StoragePoolType.FS)
        .name(name)
        .source(StoragePoolSource.builder().addDevice(PoolDevice.of(device)).build())
        .targetPath(path)
        .build();
  }

  /** A directory that a server exports by NFS, mounted at a path. */
  static StoragePoolDefinition nfs(String name, String host, String directory, String path) {
    return builder()
        .type(StoragePoolType.NETFS)
        .name(name)
        .source(
            StoragePoolSource.builder()
                .addHost(PoolHost.of(host))
                .directory(directory)
                .format(PoolFormat.NFS)
                .build())
        .targetPath(path)
        .build();
  }

  /** A volume group of LVM that exists. */
  static StoragePoolDefinition logical(String name, String volumeGroup) {
    return builder()
        .type(StoragePoolType.LOGICAL)
        .name(name)
        .source(StoragePoolSource.builder().name(volumeGroup).format(PoolFormat.LVM2).build())
        .targetPath("/dev/" + volumeGroup)
        .build();
  }

  /** A disk of the host, whose partitions are the volumes; they appear below {@code /dev}. */
  static StoragePoolDefinition disk(String name, String device) {
    return builder()
        .type(StoragePoolType.DISK)
        .name(name)
        .source(StoragePoolSource.builder().addDevice(PoolDevice.of(device)).build())
        .targetPath("/dev")
        .build();
  }

  /** The units of an iSCSI target. */
  static StoragePoolDefinition iscsi(String name, String host, String target) {
    return builder()
        .type(StoragePoolType.ISCSI)
        .name(name)
        .source(
            StoragePoolSource.builder()
                .addHost(PoolHost.of(host))
                .addDevice(PoolDevice.of(target))
                .build())
        .targetPath("/dev/disk/by-path")
        .build();
  }

  /** The units of an iSCSI target, without the host's initiator. */
  static StoragePoolDefinition iscsiDirect(
      String name, String host, String target, String initiator) {
    return builder()
        .type(StoragePoolType.ISCSI_DIRECT)
        .name(name)
        .source(
            StoragePoolSource.builder()
                .addHost(PoolHost.of(host))
                .addDevice(PoolDevice.of(target))
                .initiator(initiator)
                .build())
        .build();
  }

  /** A pool of Ceph, as a user whose key is in a secret of libvirt's. */
  static StoragePoolDefinition rbd(
      String name, String cephPool, PoolAuth auth, PoolHost... monitors) {
    return builder()
        .type(StoragePoolType.RBD)
        .name(name)
        .source(StoragePoolSource.builder().name(cephPool).addHosts(monitors).auth(auth).build())
        .build();
  }

  /** A volume of Gluster. */
  static StoragePoolDefinition gluster(String name, String host, String volume) {
    return builder()
        .type(StoragePoolType.GLUSTER)
        .name(name)
        .source(StoragePoolSource.builder().name(volume).addHost(PoolHost.of(host)).build())
        .build();
  }

  /** A pool of ZFS that exists. */
  static StoragePoolDefinition zfs(String name, String zpool) {
    return builder()
        .type(StoragePoolType.ZFS)
        .name(name)
        .source(StoragePoolSource.builder().name(zpool).build())
        .build();
  }

  /** A cluster of Virtuozzo Storage, mounted at a path. */
  static StoragePoolDefinition vstorage(String name, String cluster, String path) {
    return builder()
        .type(StoragePoolType.VSTORAGE)
        .name(name)
        .source(StoragePoolSource.builder().name(cluster).build())
        .targetPath(path)
        .build();
  }

  /** The units behind a SCSI adapter of the host. */
  static StoragePoolDefinition scsi(String name, PoolAdapter adapter) {
    return builder()
        .type(StoragePoolType.SCSI)
        .name(name)
        .source(StoragePoolSource.builder().adapter(adapter).build())
        .targetPath("/dev/disk/by-path")
        .build();
  }

  /** The multipath devices of the host. */
  static StoragePoolDefinition multipath(String name) {
    return builder().type(StoragePoolType.MPATH).name(name).targetPath("/dev/mapper").build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <pool>} says, keeping what has no name here. */
  static StoragePoolDefinition fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <pool>} says. */
  static StoragePoolDefinition fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What kind of pool it is. */
  StoragePoolType type();

  /**
   * The name, unique on the host. Absent means that of the source, for kinds whose source has one.
   */
  Optional<String> name();

  /** The UUID. Absent means that libvirt makes one up. */
  Optional<UUID> uuid();

  /** How much there is altogether; libvirt writes it. */
  Optional<ByteSize> capacity();

  /** How much of that is given to volumes; libvirt writes it. */
  Optional<ByteSize> allocation();

  /** How much is free for new volumes; libvirt writes it. */
  Optional<ByteSize> available();

  /**
   * Whether files on btrfs are copied on write. Absent means that libvirt tries to turn it off.
   * Since libvirt 6.6.0.
   */
  Optional<Boolean> copyOnWrite();

  /** What the pool is made of. */
  Optional<StoragePoolSource> source();

  /** The absolute path where its volumes appear on the host. LVM, ZFS and multipath ignore it. */
  Optional<String> targetPath();

  /** Of the directory, when libvirt makes it; of the one that is there, of a running pool. */
  Optional<StoragePermissions> permissions();

  /** How the allocation of volumes is found out; only RBD. Since libvirt 5.2.0. */
  Optional<RefreshAllocation> volumeAllocation();

  /**
   * Options for mounting a file system or an NFS export. They stand in a namespace of their own;
   * libvirt promises nothing of a pool that has them. Since libvirt 5.1.0.
   */
  Optional<PoolMountOptions> mountOptions();

  /**
   * Options of Ceph's client. They stand in a namespace of their own; libvirt promises nothing of a
   * pool that has them. Since libvirt 5.1.0.
   */
  Optional<PoolRbdOptions> rbdOptions();

  /**
   * Refuses a pool without a name; building and changing it does it.
   *
   * @throws InvalidDefinitionException if it has none, and is of a kind that has to have one
   */
  @Value.Check
  default void checkConsistent() {
    boolean wanted =
        switch (type().value()) {
          case "dir", "fs", "netfs", "disk", "iscsi", "iscsi-direct", "scsi", "mpath" -> true;
          default -> false;
        };
    if (wanted && name().isEmpty()) {
      throw new InvalidDefinitionException("pool/name", "absent", "a value");
    }
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableStoragePoolDefinition.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class StoragePoolDefinitionXml extends XmlMapping<StoragePoolDefinition> {

  StoragePoolDefinitionXml() {
    super("pool");
  }

  @Override
  protected StoragePoolDefinition read(XmlIn in) {
    StoragePoolDefinition.Builder b = StoragePoolDefinition.builder();
    b.type(new StoragePoolType(in.required("type")));
    if (in.child("name").text()) b.name(in.value());
    if (in.child("uuid").text()) b.uuid(in.uuid());
    if (in.child("capacity").sizeText("B")) b.capacity(in.size());
    if (in.child("allocation").sizeText("B")) b.allocation(in.size());
    if (in.child("available").sizeText("B")) b.available(in.size());
    XmlIn features = in.child("features");
    if (features.child("cow").yesNo("state")) b.copyOnWrite(in.flag());
    XmlIn source = in.child("source");
    if (source.present()) b.source(source.read(StoragePoolSource.XML));
    XmlIn target = in.child("target");
    if (target.child("path").text()) b.targetPath(in.value());
    XmlIn targetPermissions = target.child("permissions");
    if (targetPermissions.present()) b.permissions(targetPermissions.read(StoragePermissions.XML));
    XmlIn refresh = in.child("refresh");
    if (refresh.child("volume").attr("allocation"))
      b.volumeAllocation(new RefreshAllocation(in.value()));
    XmlIn mountOpts = in.child(PoolMountOptionsXml.NAMESPACE, "mount_opts");
    if (mountOpts.present()) b.mountOptions(mountOpts.read(PoolMountOptions.XML));
    XmlIn configOpts = in.child(PoolRbdOptionsXml.NAMESPACE, "config_opts");
    if (configOpts.present()) b.rbdOptions(configOpts.read(PoolRbdOptions.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(StoragePoolDefinition value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type().toString());
    out.partText("name", value.name());
    out.partText("uuid", value.uuid());
    out.partSize("capacity", value.capacity());
    out.partSize("allocation", value.allocation());
    out.partSize("available", value.available());
    out.beginPart("features");
    out.beginPart("cow");
    out.yesNo("state", value.copyOnWrite());
    out.end();
    out.end();
    out.write("source", StoragePoolSource.XML, value.source());
    out.beginPart("target");
    out.partText("path", value.targetPath());
    out.write("permissions", StoragePermissions.XML, value.permissions());
    out.end();
    out.beginPart("refresh");
    out.part("volume", "allocation", value.volumeAllocation());
    out.end();
    out.write("mount_opts", PoolMountOptions.XML, value.mountOptions());
    out.write("config_opts", PoolRbdOptions.XML, value.rbdOptions());
    out.end();
  }
}
