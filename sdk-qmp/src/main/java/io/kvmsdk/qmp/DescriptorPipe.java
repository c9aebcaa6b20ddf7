package io.kvmsdk.qmp;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A pipe that can take open files along.
 *
 * <p>QEMU keeps the files of the last message only, until a command asks for them: where another
 * comes with a file of its own before the first was carried out, the first finds the wrong one. So
 * no command with a file is sent before the last one with a file was answered.
 */
interface DescriptorPipe extends Pipe {

  /**
   * Takes what it can now, as {@link #write(ByteBuffer)}. The descriptor goes with the first byte,
   * and so has gone when any has; the other side gets a copy.
   *
   * @param from not empty
   */
  boolean write(ByteBuffer from, int descriptor) throws IOException;
}
