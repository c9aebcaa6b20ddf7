package io.kvmsdk.documents;

import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.TestDocuments;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A kind of libvirt's documents, by its root element. */
enum Kind {
  DOMAIN("domain", "domain.rng"),
  NETWORK("network", "network.rng"),
  NETWORK_PORT("networkport", "networkport.rng"),
  POOL("pool", "storagepool.rng"),
  VOLUME("volume", "storagevol.rng"),
  NODE_DEVICE("device", "nodedev.rng"),
  FILTER("filter", "nwfilter.rng"),
  FILTER_BINDING("filterbinding", "nwfilterbinding.rng"),
  SECRET("secret", "secret.rng"),
  SNAPSHOT("domainsnapshot", "domainsnapshot.rng"),
  CHECKPOINT("domaincheckpoint", "domaincheckpoint.rng"),
  BACKUP("domainbackup", "domainbackup.rng"),
  CAPABILITIES("capabilities", "capability.rng"),
  DOMAIN_CAPABILITIES("domainCapabilities", "domaincaps.rng"),
  HOST_INTERFACE("interface", "interface.rng"),
  POOL_CAPABILITIES("storagepoolCapabilities", "storagepoolcaps.rng"),
  CPU("cpu", "cpu.rng");

  /** Attributes whose values a newer libvirt has no new words for: addresses, ids, sets of CPUs. */
  static final List<String> CLOSED =
      List.of(
          "address",
          "currentAddress",
          "cpuset",
          "cpus",
          "vcpus",
          "iothreads",
          "mac",
          "nodeset",
          "uuid",
          "portid",
          "switchid",
          "instanceid",
          "interfaceid",
          "secret");

  private final String root;
  private final String schema;

  Kind(String root, String schema) {
    this.root = root;
    this.schema = schema;
  }

  /** The name of the root element. */
  String root() {
    return root;
  }

  /** libvirt's own documents; the test is skipped where they are not at hand. */
  List<Path> corpus() {
    return Corpus.documents(root);
  }

  /** The project's own documents. */
  List<Path> own() {
    return TestDocuments.of(root);
  }

  /** The name of the schema's file. */
  String schema() {
    return schema;
  }

  /**
   * What a schema allows that has no meaning, and what to write instead.
   *
   * @param secret what to write where a secret may stand
   */
  static Map<String, String> meaningful(String secret) {
    return Map.ofEntries(
        Map.entry("cpuset", "0-3,^2,8"),
        Map.entry("unit", "MiB"),
        Map.entry("vcpu/@current", "1"),
        Map.entry("volName", "web-1.qcow2"),
        Map.entry("creationTime", "1753000000"),
        Map.entry("source/name[2]", ""),
        Map.entry("seclabel/label[2]", ""),
        Map.entry("secret/@uuid", "f52a81b2-424e-490c-823d-6bd4235bc572"),
        Map.entry("throttlegroup/group_name[1]", "group"),
        Map.entry("target/@port", "2"),
        Map.entry("host/@port", "7000"),
        Map.entry("master/@startport", "2"),
        Map.entry("reconnect/@timeout", "5"),
        Map.entry("driveSCSIUnit", "7"),
        Map.entry("cid/@address", "7"),
        // Their schema goes up to 2^32, or to digits that are no number without 0x.
        Map.entry("usbAddr", "7"),
        Map.entry("pciDomain", "0x0001"),
        Map.entry("sound/@streams", "4"),
        Map.entry("input/@voices", "1"),
        Map.entry("output/@voices", "2"),
        Map.entry("input/@bufferCount", "8"),
        Map.entry("output/@bufferCount", "9"),
        Map.entry("settings/@frequency", "48000"),
        Map.entry("settings/@channels", "2"),
        Map.entry("graphics/@passwd", secret),
        Map.entry("arg/@value", secret),
        Map.entry("env/@value", secret),
        Map.entry("option/@value", secret),
        Map.entry("cmdline", secret),
        Map.entry("bootloader_args", secret),
        Map.entry("initarg", secret),
        Map.entry("initenv", secret),
        Map.entry("dhCert", secret),
        Map.entry("session", secret));
  }
}
