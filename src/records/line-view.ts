import { decode } from "../encoding/decode.ts";
import type { LineView } from "../formats/format.ts";
import type { UnitLayout } from "../lines/scan.ts";

/** A format sees no more of a line than this; headers are far shorter. */
export const LINE_HEAD_BYTES = 4096;

/** A {@link LineView} that can be pointed at another line. */
export interface MovableLineView extends LineView {
  point(bytes: Uint8Array, start: number, end: number, lineNumber: number): void;
  /** Makes the view independent of the bytes it was pointed at. */
  detach(): void;
}

const utf8Encoder = new TextEncoder();
const NO_BYTES = new Uint8Array(0);

/** Creates a view for one dump. `wideEncoding` names its encoding when its units are wider than a byte. */
export function createLineView(unit: UnitLayout, wideEncoding: string): MovableLineView {
  let bytes: Uint8Array = NO_BYTES;
  let start = 0;
  let end = 0;
  let lineNumber = 0;
  let cachedText: string | null = null;

  return {
    get number() {
      return lineNumber;
    },
    get length() {
      return end - start;
    },
    byteAt(index) {
      return index >= 0 && index < end - start ? bytes[start + index]! : -1;
    },
    get text() {
      cachedText ??= provisionalText(bytes.subarray(start, end));
      return cachedText;
    },
    point(newBytes, newStart, newEnd, newNumber) {
      const headEnd = Math.min(newEnd, newStart + LINE_HEAD_BYTES * unit.bytes);
      lineNumber = newNumber;
      cachedText = null;
      if (unit.bytes === 1) {
        bytes = newBytes;
        start = newStart;
        end = headEnd;
        return;
      }
      bytes = utf8Encoder.encode(decode(newBytes.subarray(newStart, headEnd), wideEncoding).text);
      start = 0;
      end = bytes.length;
    },
    detach() {
      bytes = bytes.slice(start, end);
      end -= start;
      start = 0;
    },
  };
}

function provisionalText(bytes: Uint8Array): string {
  const utf8 = decode(bytes, "utf-8");
  if (utf8.invalid === null) return utf8.text;
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
