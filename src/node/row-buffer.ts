/** Collects lines as UTF-8, ready to be written or sent to another thread. */
export interface RowBuffer {
  /** Bytes collected. */
  length(): number;
  add(line: string): void;
  /** The bytes in memory of their own; the buffer is empty again. */
  take(): Uint8Array;
}

const LINE_FEED = 0x0a;
/** UTF-8 bytes of a UTF-16 unit at most. */
const BYTES_PER_UNIT = 3;

export function createRowBuffer(capacity: number): RowBuffer {
  const noBytes = Buffer.alloc(0);
  let buffer = noBytes;
  let length = 0;

  function reserve(bytes: number): void {
    if (buffer.length - length >= bytes) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(capacity, 2 * length, length + bytes)); // not of the shared pool
    buffer.copy(larger, 0, 0, length);
    buffer = larger;
  }

  return {
    length: () => length,
    add(line) {
      reserve(line.length * BYTES_PER_UNIT + 1);
      length += buffer.write(line, length, "utf8");
      buffer[length++] = LINE_FEED;
    },
    take() {
      const taken = new Uint8Array(buffer.buffer, buffer.byteOffset, length);
      buffer = noBytes;
      length = 0;
      return taken;
    },
  };
}
