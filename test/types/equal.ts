/** `true` when both types are the same, optional and readonly keys included; otherwise `false`. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- comparing the deferred conditionals is the comparison
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only for `true`. */
export type Expect<T extends true> = T;
