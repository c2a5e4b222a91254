/** The error of data that is no zstd, or not whole. */
export function damaged(why: string): Error {
  return new Error(`the zstd data is damaged or ends too early (${why})`);
}
