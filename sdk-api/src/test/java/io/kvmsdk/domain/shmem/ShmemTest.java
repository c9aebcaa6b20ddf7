package io.kvmsdk.domain.shmem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Strictness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShmemTest {

  @Test
  void withAndWithoutAServer() {
    Shmem plain = Shmem.ivshmemPlain("one", ByteSize.mebibytes(4)).withRole(ShmemRole.PEER);
    assertThat(plain.toXml())
        .isEqualTo(
            """
            <shmem name='one' role='peer'>
              <model type='ivshmem-plain'/>
              <size unit='KiB'>4096</size>
            </shmem>\
            """);
    Shmem doorbell =
        Shmem.ivshmemDoorbell("two", "/s").withMsi(ShmemMsi.builder().vectors(8).build());
    assertThat(doorbell.toXml())
        .isEqualTo(
            """
            <shmem name='two'>
              <model type='ivshmem-doorbell'/>
              <server path='/s'/>
              <msi vectors='8'/>
            </shmem>\
            """);
    assertThat(Shmem.fromXml(doorbell.toXml(), Strictness.STRICT)).isEqualTo(doorbell);
  }

  @Test
  void aServerCountsWithoutAPathToo() {
    Shmem read = Shmem.fromXml("<shmem name='a'><size>1048576</size><server/></shmem>");
    assertThat(read.server()).contains(ShmemServer.builder().build());
    assertThat(read.size()).contains(ByteSize.mebibytes(1));
    assertThat(read.msi()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", ".", ".."})
  void aNameIsNoPath(String name) {
    assertThatThrownBy(() -> Shmem.ivshmemPlain(name, ByteSize.mebibytes(1)))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo("shmem/@name");
              assertThat(e.value()).isEqualTo(name);
            });
  }

  @Test
  void aNameHasToBeThere() {
    assertThatThrownBy(() -> Shmem.fromXml("<shmem/>"))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class, e -> assertThat(e.path()).isEqualTo("shmem/@name"));
  }
}
