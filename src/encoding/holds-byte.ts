/** Whether some bytes hold a value (0…255). Native searching is up to twice as fast with `indexOf` as with `includes`. */
export function holdsByte(bytes: Uint8Array, value: number): boolean {
  return bytes.indexOf(value) >= 0;
}
