import invalid from "../../fixtures/date-header/invalid-utf-8/input.txt";
import manyRecords from "../../fixtures/date-header/many-records/input.txt";
import mixedEncodings from "../../fixtures/date-header/mixed-encodings/input.txt";
import mojibake from "../../fixtures/date-header/mojibake/input.txt";
import noise from "../../fixtures/date-header/noise/input.txt";
import seed from "../../fixtures/date-header/seed/input.txt";
import tenLanguages from "../../fixtures/key-value/ten-languages/input.txt";

/** A dump to look at. */
export interface Example {
  /** Name of its fixture. */
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Shown in this order; the first one at the start. */
export const EXAMPLES: readonly Example[] = [
  { id: "date-header/seed", name: "A crawled page: declared English, is Russian", bytes: seed },
  { id: "date-header/many-records", name: "Four records in one file", bytes: manyRecords },
  { id: "date-header/mixed-encodings", name: "Nine records in eight encodings", bytes: mixedEncodings },
  { id: "key-value/ten-languages", name: "An archive’s export in ten languages", bytes: tenLanguages },
  { id: "date-header/noise", name: "Much furniture, little text", bytes: noise },
  { id: "date-header/mojibake", name: "Text that was decoded wrongly before it was saved", bytes: mojibake },
  { id: "date-header/invalid-utf-8", name: "Broken UTF-8", bytes: invalid },
];
