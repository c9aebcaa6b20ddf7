package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.domain.disk.BackingStore;
import io.kvmsdk.domain.disk.CacheMode;
import io.kvmsdk.domain.disk.DetectZeroes;
import io.kvmsdk.domain.disk.DiscardMode;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskDevice;
import io.kvmsdk.domain.disk.DiskDriver;
import io.kvmsdk.domain.disk.source.BlockDiskSource;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.disk.source.FileDiskSource;
import io.kvmsdk.domain.disk.source.NetworkDiskSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The block nodes of one disk: for each image of its chain one that reaches the data ({@code
 * ...-storage}) and one that understands the format ({@code ...-format}), the lowest first.
 */
final class BlockNodes {

  private static final int LONGEST_NAME = 31;

  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("raw", "raw"),
          Map.entry("iso", "raw"),
          Map.entry("qcow2", "qcow2"),
          Map.entry("qcow", "qcow"),
          Map.entry("qed", "qed"),
          Map.entry("vmdk", "vmdk"),
          Map.entry("vdi", "vdi"),
          Map.entry("vhdx", "vhdx"),
          Map.entry("vpc", "vpc"),
          Map.entry("bochs", "bochs"),
          Map.entry("cloop", "cloop"),
          Map.entry("dmg", "dmg"),
          Map.entry("ploop", "parallels"));

  private static final List<String> CACHE_MODES =
      List.of("default", "none", "writeback", "writethrough", "directsync", "unsafe");

  private static final List<String> WITH_BACKING = List.of("qcow2", "qcow", "qed", "vmdk");

  private final Disk disk;
  private final String path;
  private final String alias;
  private final DiskDriver driver;
  private final List<ObjectNode> nodes = new ArrayList<>();

  private BlockNodes(String path, Disk disk) {
    this.path = path;
    this.disk = disk;
    this.alias = disk.alias().orElseThrow();
    this.driver = disk.driver().orElse(DiskDriver.DEFAULT);
  }

  /** The nodes of a disk that has an alias, to be added in this order; none of an empty drive. */
  static List<ObjectNode> of(String path, Disk disk) {
    BlockNodes made = new BlockNodes(path, disk);
    if (!isEmpty(disk.source())) {
      made.addImage();
    }
    return made.nodes;
  }

  static boolean isEmpty(DiskSource source) {
    return (source instanceof FileDiskSource file && file.file().isEmpty())
        || (source instanceof BlockDiskSource block && block.device().isEmpty());
  }

  /** Whether the guest cannot write to it. */
  static boolean isReadOnly(Disk disk) {
    return disk.readOnly() || DiskTarget.device(disk).equals(DiskDevice.CDROM);
  }

  private void addImage() {
    Optional<BackingStore> backing = disk.backingStore();
    String format = format(path + "/driver/@type", driver.format().map(Object::toString));
    Optional<String> below =
        backing.isPresent()
            ? addBacking(path + "/backingStore", backing.get(), 1)
            : Optional.empty();
    QemuJson storage = storage();
    storage.put("node-name", name("-storage")).put("read-only", isReadOnly(disk));
    storage.put("auto-read-only", !isReadOnly(disk)).put("discard", "unmap");
    storage.put("cache", cache());
    aio(storage);
    nodes.add(storage.node());
    QemuJson image = QemuJson.object().put("driver", format).put("node-name", name("-format"));
    image.put("read-only", isReadOnly(disk)).put("cache", cache());
    image.put("discard", driver.discard());
    image.put("detect-zeroes", detectZeroes());
    image.put("file", name("-storage"));
    putBacking(image, format, backing, below);
    nodes.add(image.node());
    if (driver.copyOnRead().orElse(false)) {
      if (isReadOnly(disk)) {
        throw Refusal.invalid(path + "/driver/@copy_on_read", "on", "off, for a disk to read only");
      }
      nodes.add(
          QemuJson.object()
              .put("driver", "copy-on-read")
              .put("node-name", name("-cor"))
              .put("file", name("-format"))
              .node());
    }
  }

  /** Adds the image behind another, and those behind it; nothing where the chain is said to end. */
  private Optional<String> addBacking(String at, BackingStore layer, int level) {
    if (layer.isEnd()) {
      return Optional.empty();
    }
    Optional<BackingStore> next = layer.backingStore();
    Optional<String> below =
        next.isPresent()
            ? addBacking(at + "/backingStore", next.get(), level + 1)
            : Optional.empty();
    String storage = name("-" + level + "-storage");
    String image = name("-" + level + "-format");
    nodes.add(
        backingStorage(at, layer.source().orElseThrow())
            .put("node-name", storage)
            .put("read-only", true)
            .put("cache", cache())
            .node());
    String format = format(at + "/format/@type", layer.format().map(Object::toString));
    QemuJson node = QemuJson.object().put("driver", format).put("node-name", image);
    node.put("read-only", true).put("cache", cache()).put("file", storage);
    putBacking(node, format, next, below);
    nodes.add(node.node());
    return Optional.of(image);
  }

  private static QemuJson backingStorage(String at, DiskSource source) {
    if (source instanceof FileDiskSource file) {
      return file("file", at + "/source/@file", file.file());
    }
    if (source instanceof BlockDiskSource block) {
      return file("host_device", at + "/source/@dev", block.device());
    }
    throw Refusal.unknown(at + "/@type", source.type(), "file or block");
  }

  /** Where nothing is said of a chain, QEMU follows what the image says. */
  private void putBacking(
      QemuJson image, String format, Optional<BackingStore> said, Optional<String> below) {
    if (below.isPresent()) {
      if (!WITH_BACKING.contains(format)) {
        throw Refusal.invalid(path + "/backingStore", format, "a format that has backing images");
      }
      image.put("backing", below.get());
    } else if (said.isPresent() && WITH_BACKING.contains(format)) {
      image.putNull("backing");
    }
  }

  private QemuJson storage() {
    DiskSource source = disk.source();
    if (source instanceof FileDiskSource file) {
      return file("file", path + "/source/@file", file.file());
    }
    if (source instanceof BlockDiskSource block) {
      return file("host_device", path + "/source/@dev", block.device());
    }
    if (source instanceof NetworkDiskSource network) {
      return NetworkNode.of(path + "/source", network);
    }
    throw Refusal.unknown(path + "/@type", source.type(), "file, block or network");
  }

  private static QemuJson file(String driver, String at, Optional<String> file) {
    return QemuJson.object()
        .put("driver", driver)
        .put("filename", Refusal.absolute(at, file.orElse("")));
  }

  private void aio(QemuJson storage) {
    if (driver.io().isPresent()) {
      if (disk.source() instanceof NetworkDiskSource) {
        throw Refusal.unsupported(
            path + "/driver/@io", "QEMU has no choice of it for network disks", "leave it out");
      }
      storage.put("aio", driver.io());
    }
  }

  private ObjectNode cache() {
    String mode = driver.cache().orElse(CacheMode.DEFAULT).value();
    boolean direct = mode.equals("none") || mode.equals("directsync");
    if (!CACHE_MODES.contains(mode)) {
      throw Refusal.unknown(path + "/driver/@cache", mode, String.join(", ", CACHE_MODES));
    }
    return QemuJson.object().put("direct", direct).put("no-flush", mode.equals("unsafe")).node();
  }

  /** What is all zeroes can be unmapped only where discarding is allowed; libvirt does it so. */
  private Optional<DetectZeroes> detectZeroes() {
    boolean unmaps = driver.discard().filter(DiscardMode.UNMAP::equals).isPresent();
    return driver
        .detectZeroes()
        .map(it -> it.equals(DetectZeroes.UNMAP) && !unmaps ? DetectZeroes.ON : it);
  }

  private static String format(String at, Optional<String> format) {
    String known = FORMATS.get(format.orElse("raw"));
    if (known == null) {
      throw Refusal.unknown(at, format.orElse(""), "raw or qcow2");
    }
    return known;
  }

  private String name(String role) {
    return name(alias, role);
  }

  /** A node's name: QEMU takes no more than 31 characters, and an alias may be longer. */
  static String name(String alias, String role) {
    if (alias.length() + role.length() <= LONGEST_NAME) {
      return alias + role;
    }
    CRC32 sum = new CRC32();
    sum.update(alias.getBytes(StandardCharsets.UTF_8));
    String tail = String.format("-%08x", sum.getValue()) + role;
    return alias.substring(0, LONGEST_NAME - tail.length()) + tail;
  }
}
