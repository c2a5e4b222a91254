/** Files that the bundler puts into the page as they are. */
declare module "*.txt" {
  const bytes: Uint8Array;
  export default bytes;
}
