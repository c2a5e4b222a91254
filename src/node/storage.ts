/** How a file holds a dump, by its first bytes; its name does not matter. */
export type Storage = "plain" | "gzip" | "zstd" | "zip" | "tar" | "bzip2" | "xz" | "7z" | "rar";

/** The magic of a tar archive ends here. */
export const STORAGE_HEAD_BYTES = 262;

const MAGICS: readonly (readonly [Storage, number, readonly number[]])[] = [
  ["gzip", 0, [0x1f, 0x8b, 0x08]],
  ["zstd", 0, [0x28, 0xb5, 0x2f, 0xfd]],
  ["zip", 0, [0x50, 0x4b, 0x03, 0x04]],
  ["zip", 0, [0x50, 0x4b, 0x05, 0x06]], // without entries
  ["tar", 257, [0x75, 0x73, 0x74, 0x61, 0x72]], // "ustar", POSIX and GNU
  ["bzip2", 0, [0x42, 0x5a, 0x68]],
  ["xz", 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ["7z", 0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["rar", 0, [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
];
/** `BZh` is three letters, which a text may begin with: the level and the first block's magic follow. */
const BZIP2_BLOCK = [0x31, 0x41, 0x59, 0x26, 0x53, 0x59] as const;
const BZIP2_BLOCK_OFFSET = 4;
/** Zstd may begin with a frame that is passed over, whose magic has four bits of any value. */
const SKIPPABLE_FIRST = 0x50;
const SKIPPABLE_REST = [0x2a, 0x4d, 0x18] as const;

/** Looks at the first {@link STORAGE_HEAD_BYTES} of a file, or all of a shorter one. */
export function storageOf(head: Uint8Array): Storage {
  const found = MAGICS.find(([, offset, magic]) => startsWith(head, offset, magic))?.[0] ?? "plain";
  if (found === "plain" && (head[0]! & 0xf0) === SKIPPABLE_FIRST && startsWith(head, 1, SKIPPABLE_REST)) return "zstd";
  return found === "bzip2" && !startsWith(head, BZIP2_BLOCK_OFFSET, BZIP2_BLOCK) ? "plain" : found;
}

function startsWith(bytes: Uint8Array, offset: number, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[offset + index] === byte);
}
