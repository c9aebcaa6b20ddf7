package io.kvmsdk.domain.disk;

import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of the images of which a disk is made; see {@link Disk#backingChain()}.
 *
 * @param source where it is
 * @param format its format; absent where nobody said it
 * @param index the number by which block jobs of a running domain name it; absent where there is
 *     none
 */
public record DiskLayer(DiskSource source, Optional<DiskFormat> format, Optional<Integer> index) {

  static List<DiskLayer> of(Disk disk) {
    List<DiskLayer> layers = new ArrayList<>();
    layers.add(new DiskLayer(disk.source(), disk.format(), disk.source().index()));
    Optional<BackingStore> below = disk.backingStore();
    while (below.isPresent() && below.get().source().isPresent()) {
      BackingStore layer = below.get();
      DiskSource source = layer.source().get();
      layers.add(new DiskLayer(source, layer.format(), layer.index().or(source::index)));
      below = layer.backingStore();
    }
    return List.copyOf(layers);
  }
}
