package io.kvmsdk.domain.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Strictness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControllersTest {

  @Test
  void thoseOfPci() {
    assertThat(Controller.pcieRoot().toXml())
        .isEqualTo("<controller type='pci' index='0' model='pcie-root'/>");
    assertThat(Controller.pcieRootPort().toXml())
        .isEqualTo("<controller type='pci' model='pcie-root-port'/>");
    assertThat(Controller.pcieToPciBridge().model()).contains(ControllerModel.PCIE_TO_PCI_BRIDGE);
    assertThat(Controller.pciBridge().model()).contains(ControllerModel.PCI_BRIDGE);
    assertThat(Controller.pciExpanderBus(0).model()).contains(ControllerModel.PCI_EXPANDER_BUS);
    assertThat(Controller.pcieExpanderBus(1).toXml())
        .isEqualTo(
            """
            <controller type='pci' model='pcie-expander-bus'>
              <target>
                <node>1</node>
              </target>
            </controller>\
            """);
  }

  @Test
  void othersThanPci() {
    assertThat(Controller.usb().toXml()).isEqualTo("<controller type='usb' model='qemu-xhci'/>");
    assertThat(Controller.noUsb().toXml()).isEqualTo("<controller type='usb' model='none'/>");
    assertThat(Controller.virtioSerial().toXml()).isEqualTo("<controller type='virtio-serial'/>");
    assertThat(Controller.sata().type()).isEqualTo(ControllerType.SATA);
    assertThat(Controller.ide().type()).isEqualTo(ControllerType.IDE);
    assertThat(Controller.ccid().type()).isEqualTo(ControllerType.CCID);
  }

  @Test
  void companionsServeThePortsOfTheirBus() {
    assertThat(Controller.usbEhci(2))
        .extracting(it -> it.model().orElseThrow().value() + it.masterStartPort().orElse(-1))
        .containsExactly("ich9-ehci1-1", "ich9-uhci10", "ich9-uhci22", "ich9-uhci34");
    assertThat(Controller.usbEhci(2)).allMatch(it -> it.index().orElse(0) == 2);
  }

  @Test
  void queuesAreSharedAmongThreads() {
    Controller scsi =
        Controller.virtioScsi()
            .withDriver(
                ControllerDriver.builder()
                    .queues(2)
                    .addIoThreads(ControllerIoThread.of(1, 0), ControllerIoThread.of(2, 1))
                    .build());
    assertThat(scsi.toXml())
        .isEqualTo(
            """
            <controller type='scsi' model='virtio-scsi'>
              <driver queues='2'>
                <iothreads>
                  <iothread id='1'>
                    <queue id='0'/>
                  </iothread>
                  <iothread id='2'>
                    <queue id='1'/>
                  </iothread>
                </iothreads>
              </driver>
            </controller>\
            """);
    assertThat(Controller.fromXml(scsi.toXml(), Strictness.STRICT)).isEqualTo(scsi);
    assertThat(ControllerDriver.queues(4).queues()).contains(4);
    ControllerDriver one = ControllerDriver.ioThread(3);
    assertThatThrownBy(() -> one.withIoThreads(ControllerIoThread.of(1)))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> assertThat(e.path()).isEqualTo("driver/@iothread"));
  }

  @Test
  void amountsHaveTheirUnits() {
    Controller root =
        Controller.fromXml(
            "<controller type='pci' model='pcie-root'><pcihole64>1024</pcihole64></controller>");
    assertThat(root.pciHole64()).contains(ByteSize.mebibytes(1));
    Controller port =
        Controller.pcieRootPort()
            .withTarget(ControllerTarget.builder().memReserve(ByteSize.mebibytes(4)).build());
    assertThat(port.toXml()).contains("<target memReserve='4096'/>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <controller index='0'/>|controller/@type|absent
          <controller type='usb' index='first'/>|controller/@index|first
          <controller type='usb' ports='many'/>|controller/@ports|many
          <controller type='pci'><target chassis='top'/></controller>|controller/target/@chassis|top
          <controller type='pci'><target><node>near</node></target></controller>|controller/target/node|near
          <controller type='pci'><pcihole64>big</pcihole64></controller>|controller/pcihole64|big
          <controller type='scsi'><driver iothread='1'><iothreads><iothread id='2'/></iothreads></driver></controller>|controller/driver/@iothread|1
          <controller type='scsi'><driver><iothreads><iothread id='x'/></iothreads></driver></controller>|controller/driver/iothreads/iothread/@id|x
          """)
  void wrongOnes(String xml, String path, String value) {
    assertThatThrownBy(() -> Controller.fromXml(xml))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.value()).isEqualTo(value);
            });
  }
}
