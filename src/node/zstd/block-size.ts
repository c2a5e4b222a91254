/** No block holds or stands for more. */
export const MOST_BLOCK_BYTES = 128 * 1024;
