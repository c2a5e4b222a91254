/** No block of any frame holds or stands for more. */
export const MOST_BLOCK_BYTES = 128 * 1024;

/** What a block of a frame may hold or stand for: no more than the frame's window. */
export function mostBlockBytes(window: number): number {
  return Math.min(window, MOST_BLOCK_BYTES);
}
