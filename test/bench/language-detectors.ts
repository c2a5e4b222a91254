import { detectLanguage } from "../../src/fields/language/detect.ts";

/** A detector under comparison. */
export interface Detector {
  readonly name: string;
  /** BCP 47 tag, `und` when it has no answer. */
  readonly detect: (text: string) => string;
}

/** This library's detector and those of the others that are installed. */
export async function loadDetectors(): Promise<Detector[]> {
  const detectors: Detector[] = [{ name: "newsdump", detect: (text) => detectLanguage(text).language }];
  for (const load of [loadEld, loadFranc, loadCld3]) {
    try {
      detectors.push(await load());
    } catch (error) {
      console.log(`left out: ${(error as Error).message.split("\n")[0]}`);
    }
  }
  return detectors;
}

async function loadEld(): Promise<Detector> {
  const { eld } = (await import("eld/large")) as { eld: { detect(text: string): { language: string } } };
  return { name: "eld large", detect: (text) => canonical(eld.detect(text).language) };
}

async function loadFranc(): Promise<Detector> {
  const { franc } = (await import("franc")) as { franc(text: string): string };
  return { name: "franc", detect: (text) => canonical(franc(text)) };
}

async function loadCld3(): Promise<Detector> {
  const { loadModule } = (await import("cld3-asm")) as unknown as {
    loadModule(): Promise<{ create(min?: number, max?: number): { findLanguage(text: string): { language: string } } }>;
  };
  const identifier = (await loadModule()).create(0, 1000);
  return { name: "cld3-asm", detect: (text) => canonical(findWith(identifier, text)) };
}

/** cld3-asm aborts on some texts; that counts as no answer. */
function findWith(identifier: { findLanguage(text: string): { language: string } }, text: string): string {
  try {
    return identifier.findLanguage(text).language;
  } catch {
    return "und";
  }
}

function canonical(tag: string): string {
  if (tag === "") return "und";
  const plain = tag === "iw" ? "he" : tag === "no" ? "nb" : tag;
  try {
    return Intl.getCanonicalLocales(plain)[0]!;
  } catch {
    return "und";
  }
}

/** Whether the answer is right; a detector that knows no scripts need not name one. */
export function isRight(answer: string, expected: string): boolean {
  return answer === expected || (answer === expected.split("-")[0] && expected.includes("-"));
}
