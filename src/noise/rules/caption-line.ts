import { endsInCredit, LONGEST_CAPTION } from "../../fields/caption.ts";
import type { NoiseRule } from "../rule.ts";

export const captionLine: NoiseRule = {
  name: "caption-line",
  description: "What a picture shows, with the credit behind it: in brackets, behind a label with a colon, or behind a copyright sign.",
  takes: [
    "Guards in front of the old mill (Picture: PA)",
    "The bridge after the flood. (Photo by Anna Writer/AFP via Getty Images)",
    "Die alte Brücke nach dem Hochwasser. Foto: Anna Schreiber/dpa",
    "Die alte Brücke nach dem Hochwasser. © DPA Images | Anna Schreiber",
    "Tanz auf dem Marktplatz | Bild: Anna Schreiber",
    "Мост после наводнения. Фото: РИА Новости",
    "橋を見る人たち＝13日、東京（山田太郎撮影）",
  ],
  leaves: [
    "The painting is called Bridge (oil on canvas).",
    "The minister was in the picture: Anna Writer knew him well.",
    "Das schönste Bild: Angela Merkel",
    "The minister resigned on Tuesday. (Reuters)",
    "Die Szene ist gut zu sehen (im Bild)",
  ],
  maxLength: LONGEST_CAPTION,
  matches: (line) => endsInCredit(line.text),
};
