// Reads the pair counts of https://github.com/hsivonen/charcounts (CC0). A file holds unsigned 64-bit
// little-endian numbers, one for each ordered pair of character classes with at least one class outside
// ASCII. The classes of a file, in order, are facts about the data; the list is that of
// https://github.com/hsivonen/detector_char_classes (public domain). Here `(abc)` is one class of three
// characters, `_` is everything that is not a letter, and classes that are not stored are left out.
import { readFileSync, existsSync } from "node:fs";
import { sharedFile } from "./shared.mjs";

const ASCII = "_abcdefghijklmnopqrstuvwxyz";
const ASCII_GROUP = "_(abcdefghijklmnopqrstuvwxyz)";
const LAYOUTS = {
  central: ASCII + "ßšśťžźłąşľżŕáâăäĺćçčéęëěíîďđńňóôőöřůúűüýţ",
  cyrillic: ASCII_GROUP + "(ѓґќѕ)ђљњћџўіёєјїабвгдежзийклмнопрстуфхцчшщъыьэюя",
  icelandic: ASCII + "(ßšžçœàâãåèêëìîïòôõùûüÿñ)áäæéíðóöøúýþ",
  western: ASCII + "ßšœàáâãäåæçèéêëìíîïñòóôõöøùúûüžÿ",
  greek: ASCII_GROUP + "(ΐΰ)άέήίαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ",
  turkish: "_abcdefghjklmnopqrstuvwxyzıi(ßñšœåàáãæèéëìíïòóôõøùúÿ)äâçêîğöûüş",
  hebrew: ASCII_GROUP + "(ְֱֲִֵֶֹֺֻֽׁׂ)\u05B7\u05B8\u05BCװױײאבגדהוזחטיךכלםמןנסעףפץצקרשת",
  arabic: "_(a)\u200Cپٹچژڈگکڑںھہءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىي(ًٌٍَُِّْ)ے",
  baltic: ASCII + "(ß)ŗąįāęēčėģķīļšņōųūž",
  vietnamese: ASCII + "(ß)\u0300\u0309\u0303àáâăèéê\u0301íîïđ\u0323óôơùúûưÿ",
  thai:
    ASCII_GROUP +
    "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลวศษสหฬอฮฯะ\u0E31าำ\u0E34\u0E35\u0E36\u0E37\u0E38\u0E39\u0E3Aเแโใไๆ\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E4D\u0E4E(ๅ)",
};

const FILES = {
  central: "pl hu sh cs ro sk hr sl bs",
  cyrillic: "ru uk sr bg ce be mk mn",
  icelandic: "is fo",
  western: "sv de fr it es pt ca no fi eu da gl nn oc br lb ht ga an wa gd li sq et",
  greek: "el",
  turkish: "tr az ku",
  hebrew: "he yi",
  arabic: "ar fa ur",
  baltic: "lt lv",
  vietnamese: "vi vi_bis",
  thai: "th",
};

function parseClasses(layout) {
  const classes = [];
  let group = null;
  for (const character of layout) {
    if (character === "(") group = [];
    else if (character === ")") {
      classes.push(group);
      group = null;
    } else if (group !== null) group.push(character);
    else classes.push([character]);
  }
  return classes;
}

function readNumbers(name) {
  const path = sharedFile(`encoding/charcounts/${name}.counts`);
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  const numbers = new Float64Array(bytes.length / 8);
  for (let index = 0; index < numbers.length; index++) numbers[index] = Number(bytes.readBigUInt64LE(index * 8));
  return numbers;
}

/**
 * Counts of ordered letter pairs of one file as `[first, second, count]`; `#` stands for what is not a letter.
 * Pairs with a class of several characters are left out.
 */
export function readPairCounts(name) {
  const kind = Object.keys(FILES).find((key) => FILES[key].split(" ").includes(name));
  const classes = parseClasses(LAYOUTS[kind]);
  const numbers = readNumbers(name);
  // Only the classes before the first one outside ASCII count (Turkish has its i among the others).
  const ascii = classes.findIndex((members) => members[0] >= "\u0080");
  const others = classes.length - ascii;
  if (numbers.length !== others * others + 2 * ascii * others) throw new Error(`${name}: layout does not fit`);
  const pairs = [];
  const symbol = (members) => (members[0] === "_" ? "#" : members[0]);
  classes.forEach((first, x) => {
    classes.forEach((second, y) => {
      if (first.length > 1 || second.length > 1 || (x < ascii && y < ascii)) return;
      const at = y >= ascii ? ascii * others + classes.length * (y - ascii) + x : y * others + x - ascii;
      pairs.push([symbol(first), symbol(second), numbers[at]]);
    });
  });
  return pairs;
}

/** Counts of single characters of a CJK file, from its first code point on. */
export function readCharacterCounts(name) {
  const start = name === "ko" ? 0xac00 : 0x4e00;
  const counts = new Map();
  readNumbers(name).forEach((count, index) => counts.set(start + index, count));
  return counts;
}
