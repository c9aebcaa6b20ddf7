/** The KVM SDK: values, services, errors, events, XML and the seam to backends. */
module io.kvmsdk {
  requires static transitive org.jspecify;
  requires static org.immutables.value.annotations;
  requires org.slf4j;
  requires java.xml;
  requires com.ctc.wstx;
  requires org.codehaus.stax2;
  requires static com.fasterxml.jackson.databind;

  exports io.kvmsdk;
  exports io.kvmsdk.call;
  exports io.kvmsdk.capability;
  exports io.kvmsdk.domain;
  exports io.kvmsdk.domain.agent;
  exports io.kvmsdk.domain.audio;
  exports io.kvmsdk.domain.boot;
  exports io.kvmsdk.domain.chardev;
  exports io.kvmsdk.domain.chardev.source;
  exports io.kvmsdk.domain.controller;
  exports io.kvmsdk.domain.cpu;
  exports io.kvmsdk.domain.definition;
  exports io.kvmsdk.domain.device;
  exports io.kvmsdk.domain.disk;
  exports io.kvmsdk.domain.disk.source;
  exports io.kvmsdk.domain.display;
  exports io.kvmsdk.domain.features;
  exports io.kvmsdk.domain.filesystem;
  exports io.kvmsdk.domain.filesystem.source;
  exports io.kvmsdk.domain.input;
  exports io.kvmsdk.domain.memory;
  exports io.kvmsdk.domain.namespaces;
  exports io.kvmsdk.domain.network;
  exports io.kvmsdk.domain.network.source;
  exports io.kvmsdk.domain.numa;
  exports io.kvmsdk.domain.passthrough;
  exports io.kvmsdk.domain.passthrough.source;
  exports io.kvmsdk.domain.platform;
  exports io.kvmsdk.domain.redirection;
  exports io.kvmsdk.domain.security;
  exports io.kvmsdk.domain.shmem;
  exports io.kvmsdk.domain.snapshot;
  exports io.kvmsdk.domain.sysinfo;
  exports io.kvmsdk.domain.tpm;
  exports io.kvmsdk.domain.tuning;
  exports io.kvmsdk.domain.video;
  exports io.kvmsdk.error;
  exports io.kvmsdk.event;
  exports io.kvmsdk.host;
  exports io.kvmsdk.host.capabilities;
  exports io.kvmsdk.host.device;
  exports io.kvmsdk.host.device.nested;
  exports io.kvmsdk.host.device.part;
  exports io.kvmsdk.host.domaincapabilities;
  exports io.kvmsdk.host.topology;
  exports io.kvmsdk.jackson;
  exports io.kvmsdk.job;
  exports io.kvmsdk.network;
  exports io.kvmsdk.network.dhcp;
  exports io.kvmsdk.network.dns;
  exports io.kvmsdk.network.filter;
  exports io.kvmsdk.network.forward;
  exports io.kvmsdk.network.host;
  exports io.kvmsdk.network.port;
  exports io.kvmsdk.secret;
  exports io.kvmsdk.spi;
  exports io.kvmsdk.storage;
  exports io.kvmsdk.storage.pool;
  exports io.kvmsdk.storage.volume;
  exports io.kvmsdk.units;
  exports io.kvmsdk.xml;

  uses io.kvmsdk.spi.HypervisorProvider;
  uses io.kvmsdk.xml.Documents.Kinds;

  provides io.kvmsdk.xml.Documents.Kinds with
      io.kvmsdk.internal.documents.AllKinds;
  provides com.fasterxml.jackson.databind.Module with
      io.kvmsdk.jackson.KvmSdkModule;
}
