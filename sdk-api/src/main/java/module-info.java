/** The KVM SDK: values, services, errors, events, XML and the seam to backends. */
module io.kvmsdk {
  requires static transitive org.jspecify;
  requires static org.immutables.value.annotations;
  requires org.slf4j;
  requires java.xml;
  requires com.ctc.wstx;
  requires org.codehaus.stax2;

  exports io.kvmsdk;
  exports io.kvmsdk.call;
  exports io.kvmsdk.capability;
  exports io.kvmsdk.domain;
  exports io.kvmsdk.domain.agent;
  exports io.kvmsdk.domain.boot;
  exports io.kvmsdk.domain.chardev;
  exports io.kvmsdk.domain.controller;
  exports io.kvmsdk.domain.cpu;
  exports io.kvmsdk.domain.device;
  exports io.kvmsdk.domain.disk;
  exports io.kvmsdk.domain.display;
  exports io.kvmsdk.domain.memory;
  exports io.kvmsdk.domain.network;
  exports io.kvmsdk.domain.platform;
  exports io.kvmsdk.error;
  exports io.kvmsdk.event;
  exports io.kvmsdk.host;
  exports io.kvmsdk.spi;
  exports io.kvmsdk.units;
  exports io.kvmsdk.xml;

  uses io.kvmsdk.spi.HypervisorProvider;
}
