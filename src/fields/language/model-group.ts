/** Languages of one script, as the generated module lists them. */
export interface ModelGroup {
  /** The script they are written in. */
  readonly script: number;
  /** Number of features in the group's table. */
  readonly rows: number;
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  /** Logarithm of each language's prior; 0 for most. */
  readonly priors: readonly number[];
  /** Mean level of a feature in each language's own texts, of all features and of those of three letters. */
  readonly norms: readonly (readonly [all: number, three: number])[];
  /** For each language the two earlier ones its weights are coded by. */
  readonly parents: readonly (readonly [number, number])[];
  /** Number of weights in the rows. */
  readonly entries: number;
  /** The rows, range coded, in base64. */
  readonly data: string;
}
