/** The KVM SDK: values, services, errors, events, XML and the seam to backends. */
@SuppressWarnings(
    "module") // Immutables' annotations are an automatic module, needed to compile only
module io.kvmsdk {
  requires static transitive org.jspecify;
  requires static org.immutables.value.annotations;
  requires org.slf4j;
  requires java.xml;
  requires com.ctc.wstx;
  requires org.codehaus.stax2;

  exports io.kvmsdk.capability;
  exports io.kvmsdk.error;
  exports io.kvmsdk.units;
}
