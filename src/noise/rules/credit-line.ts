import { isCreditLine, LONGEST_CREDIT } from "../../fields/credit.ts";
import type { NoiseRule } from "../rule.ts";

export const creditLine: NoiseRule = {
  name: "credit-line",
  description: "Who made a picture, alone on a line: names and agencies behind a label, in brackets, behind a copyright sign or a slash.",
  takes: ["(Foto: LAT Images)", "© Picture Alliance", "Foto: dpa/A. Schreiber", "AP Photo/Anna Writer", "Фото: РИА Новости", "Foto Ansa"],
  leaves: [
    "Photos of the flood went round the world on Tuesday.",
    "Foto: Der Fluss trat am Dienstag über die Ufer.",
    "Bild am Sonntag meldet hohe Verluste",
    "Images from space show the river",
  ],
  maxLength: LONGEST_CREDIT,
  matches: (line) => isCreditLine(line.text),
};
