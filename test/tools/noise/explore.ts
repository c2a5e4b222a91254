import { createContextMeter, CONTEXT_FEATURES } from "../../../src/noise/model/context-features.ts";
import { createLineMeter } from "../../../src/noise/model/line-features.ts";
import { createSecondRows, SECOND_FEATURES } from "../../../src/noise/model/second-rows.ts";
import { MARGIN_UNITS, packForest, sumTrees } from "../../../src/noise/model/trees.ts";
import { readGold, GOLD_SETS } from "./gold.ts";
import { countRepeats, foldOf, hintOf, learn, makeSamples } from "./learn.ts";

const pages = readGold();
console.log(pages.length, new Set(pages.map((p) => p.site)).size);
const FOLDS = 5;
const samples = makeSamples(pages, 3);
const repeats = countRepeats(pages);
const meter = createLineMeter(),
  context = createContextMeter(),
  second = createSecondRows();
const useRepeats = !process.argv.includes("--alone");
const out = new Map<number, { m1: number[]; m2: number[] }>();
const t0 = performance.now();
for (let fold = 0; fold < FOLDS; fold++) {
  const g = learn(samples.filter((s) => foldOf(s.site, FOLDS, 1) !== fold));
  const model = { first: packForest(g.first.roots, g.first.nodes), second: packForest(g.second.roots, g.second.nodes) };
  for (const [i, page] of pages.entries()) {
    if (foldOf(page.site, FOLDS, 1) !== fold) continue;
    const lines = page.lines.map((l) => ({ ...l, hint: hintOf(l.text), repeats: useRepeats ? repeats(page, l.text) : 0 }));
    const n = lines.length;
    const rows = context.place(meter.measure(lines), n);
    const m1 = Int32Array.from(lines, (_, k) => sumTrees(model.first, rows, k * CONTEXT_FEATURES));
    const r2 = second(rows, m1, n);
    const m2 = lines.map((_, k) => sumTrees(model.second, r2, k * SECOND_FEATURES));
    out.set(i, { m1: [...m1], m2 });
  }
}
console.log("time", performance.now() - t0);
for (const which of ["m1", "m2"] as const)
  for (const th of which === "m1" ? [0] : [-0.4, 0, 0.4, 0.8])
    for (const set of GOLD_SETS) {
      let tp = 0,
        fp = 0,
        fn = 0,
        tn = 0,
        macro = 0,
        docs = 0,
        ck = 0,
        cn = 0,
        cl = 0;
      for (const [i, page] of pages.entries()) {
        if (page.set !== set) continue;
        let ok = 0,
          bad = 0;
        for (const [k, l] of page.lines.entries()) {
          if (l.label !== "keep" && l.label !== "noise") continue;
          const kept = out.get(i)![which][k]! < th * MARGIN_UNITS;
          if (l.label === "keep") {
            if (kept) {
              tp++;
              ck += l.text.length;
            } else {
              fn++;
              cl += l.text.length;
            }
          } else if (kept) {
            fp++;
            cn += l.text.length;
          } else tn++;
          if (kept === (l.label === "keep")) ok++;
          else bad++;
        }
        if (ok + bad) {
          macro += ok / (ok + bad);
          docs++;
        }
      }
      const f = (a: number, b: number, c: number) => ((2 * a) / (2 * a + b + c)).toFixed(3);
      console.log(
        which,
        th,
        set.padEnd(7),
        "noise F1",
        f(tn, fn, fp),
        "keep F1",
        f(tp, fp, fn),
        "char P",
        (ck / (ck + cn)).toFixed(3),
        "R",
        (ck / (ck + cl)).toFixed(3),
        "macro",
        (macro / docs).toFixed(3),
      );
    }
if (process.argv.includes("--errors"))
  for (const [i, page] of pages.entries()) {
    if (page.set !== process.argv.at(-1)) continue;
    console.log("=====", page.file);
    for (const [k, l] of page.lines.entries()) {
      const kept = out.get(i)!.m2[k]! < 0;
      const mark = l.label === "keep" || l.label === "noise" ? (kept === (l.label === "keep") ? "  " : "XX") : "??";
      console.log(
        mark,
        l.label.padEnd(6),
        (out.get(i)!.m1[k]! / 512).toFixed(1),
        (out.get(i)!.m2[k]! / 512).toFixed(1),
        l.blankBefore,
        l.text.slice(0, 110),
      );
    }
  }

import { writeFileSync } from "node:fs";
writeFileSync(
  "/tmp/cv.json",
  JSON.stringify(
    pages.map((p, i) => ({
      set: p.set,
      file: p.file,
      lang: p.language,
      lines: p.lines.map((l, k) => [l.label, out.get(i)!.m2[k]! / 512, l.text, hintOf(l.text)]),
    })),
  ),
);
